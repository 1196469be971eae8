package dev.accolade.web;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Times as people say them.
 *
 * @param now the moment a page speaks of
 */
public record Age(Instant now) {

    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    public Age {
        requireNonNull(now, "now is null");
    }

    /** {@code 3 minutes ago}, {@code in 2 days}; {@code just now} within ten seconds of either side. */
    public String of(Instant time) {
        Duration passed = Duration.between(time, now);
        if (passed.abs().compareTo(Duration.ofSeconds(10)) < 0) {
            return "just now";
        }
        return passed.isNegative() ? "in " + length(passed.abs()) : length(passed) + " ago";
    }

    /** {@code 2026-03-01 12:00:00 UTC}. */
    public String exact(Instant time) {
        return EXACT.format(time);
    }

    /** For machines: ISO 8601, whole seconds. */
    public String machine(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String length(Duration length) {
        if (length.compareTo(Duration.ofMinutes(1)) < 0) {
            return Count.of(length.toSeconds(), "second");
        }
        if (length.compareTo(Duration.ofHours(1)) < 0) {
            return Count.of(length.toMinutes(), "minute");
        }
        return length.compareTo(Duration.ofDays(2)) < 0 ? Count.of(length.toHours(), "hour") : Count.of(length.toDays(), "day");
    }
}
