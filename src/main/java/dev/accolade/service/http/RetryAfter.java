package dev.accolade.service.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Times in HTTP headers. */
final class RetryAfter {

    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {
    }

    /** {@code Retry-After}, in seconds or as a date; at most a day, never negative, empty when it is neither. */
    static Optional<Duration> read(String value, Clock clock) {
        Optional<Duration> asked = value.strip().matches("\\d{1,9}") ? Optional.of(Duration.ofSeconds(Long.parseLong(value.strip())))
                : date(value).map(until -> Duration.between(clock.instant(), until));
        return asked.map(wait -> wait.isNegative() ? Duration.ZERO : wait).map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    static Optional<Instant> date(String value) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value.strip(), Instant::from));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
