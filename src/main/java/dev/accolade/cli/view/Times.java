package dev.accolade.cli.view;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Times as people read them: to the minute, UTC. */
final class Times {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private Times() {}

    static String minute(Instant at) {
        return MINUTE.format(at);
    }

    /** What is no time is left as it is. */
    static String minute(String iso) {
        try {
            return minute(Instant.parse(iso));
        } catch (DateTimeParseException noTime) {
            return iso;
        }
    }
}
