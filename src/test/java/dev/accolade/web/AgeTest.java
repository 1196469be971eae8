package dev.accolade.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.5Z");

    @ParameterizedTest
    @CsvSource({"PT0S,just now", "PT9S,just now", "PT-9S,just now", "PT10S,10 seconds ago", "PT59S,59 seconds ago", "PT1M,1 minute ago", "PT59M59S,59 minutes ago",
        "PT1H,1 hour ago", "PT47H,47 hours ago", "P2D,2 days ago", "P1500D,'1,500 days ago'", "PT-90S,in 1 minute", "P-7D,in 7 days"})
    void saysTimesAsPeopleDo(Duration passed, String words) {
        assertThat(new Age(NOW).of(NOW.minus(passed))).isEqualTo(words);
    }

    @Test
    void keepsTheExactTimeAtHand() {
        assertThat(new Age(NOW).exact(NOW)).isEqualTo("2026-03-01 12:00:00 UTC");
        assertThat(new Age(NOW).machine(NOW)).isEqualTo("2026-03-01T12:00:00Z");
    }
}
