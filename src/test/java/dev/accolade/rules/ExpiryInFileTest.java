package dev.accolade.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.model.Lifetime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpiryInFileTest {

    private static final KnownNames NAMES = new KnownNames(Map.of("fedora", "fas"), Map.of("badges", "badgr", "lrs", "learning-locker"));

    private static RuleBook book(String more) {
        return RuleFile.parse("r.yaml", "version: 1\nrules:\n  - {id: r, when: {source: fedora, group: a}, award: {target: badges, issuer: I, badge: B" + more + "}}\n", NAMES);
    }

    private static Optional<Expiry> expiry(String more) {
        return ((Award.Badge) book(more).rules().get(0).award()).expiry();
    }

    private static List<String> mistakes(String more) {
        try {
            book(more);
            return List.of();
        } catch (RuleFileException wrong) {
            return wrong.problems().stream().map(RuleProblem::message).toList();
        }
    }

    @Test
    void aBadgeEndsAfterATimeOrOnADateOrNever() {
        assertThat(expiry("")).isEmpty();
        assertThat(expiry(", expires: P1Y")).contains(new Expiry(Optional.of(new Lifetime("P1Y")), Optional.empty(), Optional.empty()));
        assertThat(expiry(", expires: P1Y, renew: P30D")).contains(new Expiry(Optional.of(new Lifetime("P1Y")), Optional.empty(), Optional.of(new Lifetime("P30D"))));
        assertThat(expiry(", expires: 2027-06-30").orElseThrow().at()).as("the whole day").contains(Instant.parse("2027-06-30T23:59:59Z"));
        assertThat(expiry(", expires: \"2027-06-30T12:00:00+02:00\"").orElseThrow().at()).contains(Instant.parse("2027-06-30T10:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a year", "P0D", "-P1Y", "P101Y", "P", "1Y", "2027-02-30", "30.06.2027"})
    void whatIsNoEndIsReported(String text) {
        assertThat(mistakes(", expires: " + text)).singleElement().satisfies(message -> assertThat(message).contains("'" + text + "' is no end", "P1Y", "2027-06-30"));
    }

    @Test
    void aRenewalThatCannotBeIsReported() {
        assertThat(mistakes(", renew: P30D")).containsExactly("'renew' needs 'expires': what has no end is not renewed.");
        assertThat(mistakes(", expires: P30D, renew: P30D")).containsExactly("'renew' must be shorter than 'expires', which is P30D.");
        assertThat(mistakes(", expires: P1Y, renew: soon")).containsExactly("'soon' is no length of time; write P30D for thirty days, P2M for two months.");
        assertThat(mistakes(", expires: 2027-06-30, renew: P1D")).singleElement().satisfies(message -> assertThat(message).contains("fixed date is not renewed"));
    }

    @ParameterizedTest(name = "{0} after {1}")
    @CsvSource({"P1Y, 2024-02-29T10:00:00Z, 2025-02-28T10:00:00Z", "P18M, 2026-01-31T00:00:00Z, 2027-07-31T00:00:00Z", "P2W, 2026-03-01T00:00:00Z, 2026-03-15T00:00:00Z",
        "PT36H, 2026-03-01T00:00:00Z, 2026-03-02T12:00:00Z", "P1DT12H, 2026-03-01T00:00:00Z, 2026-03-02T12:00:00Z"})
    void aLifetimeGoesByTheCalendar(String text, Instant begin, Instant end) {
        assertThat(new Lifetime(text).after(begin)).isEqualTo(end);
    }
}
