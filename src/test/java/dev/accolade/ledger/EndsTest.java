package dev.accolade.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.ledger.Settlement.Seen;
import dev.accolade.ledger.view.Generation;
import dev.accolade.ledger.view.Generations;
import dev.accolade.model.ChangeKind;
import dev.accolade.model.Outcome;
import dev.accolade.model.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndsTest {

    private static final Instant END = Instant.parse("2027-03-01T00:00:00Z");

    @TempDir
    Path folder;
    TestLedger ledger;
    Claims claims;

    @BeforeEach
    void open() {
        ledger = new TestLedger(folder);
        claims = ledger.claims(1000, 0, 0, 0);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Claim claim(ChangeKind kind, int generation) {
        ledger.plan(kind, "a", 1, generation, Optional.empty());
        return claims.claim("badges", "worker", 1).get(0);
    }

    private void settle(Claim claim, Outcome outcome, Seen seen) {
        assertThat(ledger.settlements.settle(Settlement.done(claim, outcome, Optional.of("remote-" + claim.generation()), true, "told").seeing(seen))).isTrue();
    }

    private List<Generation> generations() {
        return new Generations(ledger.database).of(List.of(1L));
    }

    private void award(int generation) {
        settle(claim(ChangeKind.AWARD, generation), Outcome.APPLIED, new Seen(Optional.of(END), Optional.empty()));
    }

    @Test
    void theEndIsEnteredAsTheTargetTellsIt() {
        award(1);
        assertThat(generations()).singleElement().satisfies(one -> assertThat(one.expires()).contains(END));
        settle(claim(ChangeKind.RENEW, 1), Outcome.APPLIED, new Seen(Optional.of(END.plus(Duration.ofDays(365))), Optional.empty()));
        assertThat(generations()).singleElement().satisfies(one -> {
            assertThat(one.live()).isTrue();
            assertThat(one.expires()).contains(END.plus(Duration.ofDays(365)));
        });
    }

    @Test
    void neitherARenewalNorAnEndNeedsRoomInALimit() {
        award(1);
        assertThat(claim(ChangeKind.EXPIRE, 1).kind()).as("no removal is allowed").isEqualTo(ChangeKind.EXPIRE);
    }

    @Test
    void eachGenerationKnowsWhyItEnded() {
        award(1);
        settle(claim(ChangeKind.EXPIRE, 1), Outcome.ALREADY_SO, new Seen(Optional.of(END), Optional.of(Reason.EXPIRED)));
        award(2);
        settle(claim(ChangeKind.RENEW, 2), Outcome.ALREADY_SO, new Seen(Optional.of(END), Optional.of(Reason.REVOKED_ELSEWHERE)));
        award(3);
        assertThat(generations()).extracting(Generation::endedWhy).containsExactly(Optional.of(Reason.EXPIRED), Optional.of(Reason.REVOKED_ELSEWHERE), Optional.empty());
        assertThat(generations()).extracting(Generation::live).containsExactly(false, false, true);
    }

    @Test
    void whatEndedBeforeSuchReasonsWereKeptGetsTheOneOfItsRevocation() {
        ledger.database.change(handle -> {
            handle.execute("insert into grants (target, object_id, person, generation, state, remote_id, ours, shown_json, earned_by_json, since, ended_at) "
                    + "values ('badges', 'a', 1, 1, 'ENDED', 'r', 1, '{\"type\":\"badge\",\"evidence\":[]}', '{}', 0, 1)");
        });
        long revocation = ledger.plan(ChangeKind.REVOKE, "a", 1, 1, Optional.empty());
        ledger.database.change(handle -> {
            handle.execute("update change set state = 'DONE', reason = 'LEFT' where id = ?", revocation);
            handle.execute(upgrade());
        });
        assertThat(generations()).singleElement().satisfies(one -> assertThat(one.endedWhy()).contains(Reason.LEFT));
    }

    /** The statement of the migration that looks back. */
    private static String upgrade() {
        try (var script = EndsTest.class.getResourceAsStream("/db/migration/V7__life_of_a_grant.sql")) {
            String text = new String(script.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return text.substring(text.indexOf("update grants"), text.indexOf(';', text.indexOf("update grants")));
        } catch (java.io.IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }
}
