package dev.accolade.sandbox.badgr;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as Badgr writes and reads them: UTC, six fraction digits or none. */
final class Moments {

    private static final DateTimeFormatter WHOLE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter FRACTION = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);
    private static final Pattern INPUT = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})[T ]"
            + "(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.(\\d{1,6})\\d{0,6})?)?(Z|[+-]\\d{2}(?::?\\d{2})?)?");

    private Moments() {
    }

    /** With {@code Z}, as the v2 API writes it. */
    static String zulu(Instant moment) {
        return plain(moment) + "Z";
    }

    /** With {@code +00:00}, as public pages and the changed feeds write it. */
    static String offset(Instant moment) {
        return plain(moment) + "+00:00";
    }

    private static String plain(Instant moment) {
        return (moment.getNano() == 0 ? WHOLE : FRACTION).format(moment);
    }

    /** A time with {@code T} or a space, with or without zone (then UTC); empty for anything else, a bare date included. */
    static Optional<Instant> read(String text) {
        Matcher found = INPUT.matcher(text.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.of(number(found, 1), number(found, 2), number(found, 3), number(found, 4), number(found, 5),
                    number(found, 6), nanos(found.group(7)));
            return Optional.of(local.toInstant(zone(found.group(8))));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static int number(Matcher found, int group) {
        return found.group(group) == null ? 0 : Integer.parseInt(found.group(group));
    }

    private static int nanos(String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    }

    private static ZoneOffset zone(String text) {
        if (text == null || text.equals("Z")) {
            return ZoneOffset.UTC;
        }
        String digits = text.replace(":", "");
        return ZoneOffset.of(digits.length() == 3 ? digits + "00" : digits);
    }
}
