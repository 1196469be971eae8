package dev.accolade.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.ledger.Claim;
import dev.accolade.model.ChangeKind;
import dev.accolade.model.Desired;
import dev.accolade.model.GrantKey;
import dev.accolade.service.badgr.Assertion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BadgeStepsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final BadgeSteps steps = new BadgeSteps(null, Clock.fixed(NOW, ZoneOffset.UTC));

    /** Badgr is asked again and refuses a second one; only then is it known whose the first one is. */
    @Test
    void aLiveBadgeThatWasThereBeforeTheFirstAttemptIsNotTakenForWhatThatAttemptMade() {
        assertThat(steps.foundMade(List.of(madeBy("us", NOW.minus(Duration.ofDays(1)))), claim(), "us")).isFalse();
    }

    @Test
    void aBadgeThatSomebodyElseGaveBetweenTwoAttemptsIsNotTakenForOurs() {
        assertThat(steps.foundMade(List.of(madeBy("others", NOW.minus(Duration.ofMinutes(30)))), claim(), "us")).isFalse();
    }

    private static Claim claim() {
        return new Claim(1, new GrantKey("badges", "class", 1), 1, ChangeKind.AWARD, "I / B", new Desired.Badge(Optional.of("ann@example.org"), Optional.empty(), List.of()),
                Optional.empty(), true, true, 2, NOW.minus(Duration.ofHours(1)), NOW.plusSeconds(60), Map.of(), "me");
    }

    private static Assertion madeBy(String maker, Instant at) {
        return new Assertion("there", "class", "issuer", Optional.of(maker), "ann@example.org", "email", at, at, Optional.empty(), false,
                Optional.empty(), "Unaccepted", Optional.empty(), List.of(), Optional.empty());
    }
}
