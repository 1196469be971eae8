package dev.accolade.sandbox.fas;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times the way Python prints them: a space, microseconds unless zero, {@code +00:00}. */
final class PythonTime {

    private static final DateTimeFormatter WHOLE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'+00:00'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter BROKEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS'+00:00'").withZone(ZoneOffset.UTC);

    private PythonTime() {
    }

    /** Null for null. */
    static String text(Instant time) {
        if (time == null) {
            return null;
        }
        return time.getNano() / 1_000 == 0 ? WHOLE.format(time) : BROKEN.format(time);
    }
}
