package dev.accolade.model;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How long something lasts: years, months and days by the calendar of UTC, then hours, minutes and seconds.
 *
 * @param text ISO 8601, as in {@code P1Y}, {@code P18M}, {@code P30D} or {@code P1DT12H}; more than nothing, and at most a hundred years
 */
public record Lifetime(String text) {

    private static final Instant SOME_DAY = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant TOO_LATE = Instant.parse("2100-01-01T00:00:01Z");

    /** @throws IllegalArgumentException when the text says no such length */
    public Lifetime {
        requireNonNull(text, "text is null");
        if (!isLength(text)) {
            throw new IllegalArgumentException("'" + text + "' is no length of time such as P1Y or P30D, of at most a hundred years");
        }
    }

    /** Empty when the text says no such length. */
    public static Optional<Lifetime> of(String text) {
        return isLength(text) ? Optional.of(new Lifetime(text)) : Optional.empty();
    }

    public Instant after(Instant begin) {
        return shifted(text, begin, 1);
    }

    public Instant before(Instant end) {
        return shifted(text, end, -1);
    }

    public boolean isShorterThan(Lifetime other) {
        return after(SOME_DAY).isBefore(other.after(SOME_DAY));
    }

    private static boolean isLength(String text) {
        try {
            Instant end = shifted(text, SOME_DAY, 1);
            return end.isAfter(SOME_DAY) && end.isBefore(TOO_LATE);
        } catch (DateTimeException | ArithmeticException noLength) {
            return false;
        }
    }

    private static Instant shifted(String text, Instant from, int direction) {
        int time = text.indexOf('T');
        Period period = time == 1 ? Period.ZERO : Period.parse(time < 0 ? text : text.substring(0, time));
        Duration rest = time < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(time));
        OffsetDateTime begin = from.atOffset(ZoneOffset.UTC);
        return (direction > 0 ? begin.plus(period).plus(rest) : begin.minus(rest).minus(period)).toInstant();
    }

    @Override
    public String toString() {
        return text;
    }
}
