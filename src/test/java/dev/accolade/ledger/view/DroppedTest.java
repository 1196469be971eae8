package dev.accolade.ledger.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.ledger.Claim;
import dev.accolade.ledger.Remedies;
import dev.accolade.model.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes that an operator dropped, over real plans. */
class DroppedTest {

    @TempDir
    Path folder;
    FilledLedger ledger;

    @BeforeEach
    void open() {
        ledger = new FilledLedger(folder);
        ledger.read("ann", "ben");
        ledger.plan();
        ledger.push(claim -> claim.key().person() == 1 ? ledger.later(claim, Outcome.UNKNOWN) : FilledLedger.applied(claim));
        long unknown = ledger.status.failures(9).changes().get(0).id();
        assertThat(new Remedies(ledger.database, ledger.clock).drop(List.of(unknown), "Ada")).hasSize(1);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void noPlanBringsItBack() {
        ledger.clock.pass(Duration.ofMinutes(11));
        ledger.read("ann", "ben");
        assertThat(ledger.plan().isEmpty()).isTrue();
        assertThat(ledger.claims.claim("badges", "worker", 9)).isEmpty();
    }

    @Test
    void whoLeavesAndReturnsHasTheTargetLookedAtFirst() {
        for (int read = 0; read < 2; read++) {
            ledger.clock.pass(Duration.ofMinutes(11));
            ledger.read("ben");
        }
        assertThat(ledger.plan().superseded()).isEqualTo(1);
        ledger.clock.pass(Duration.ofMinutes(11));
        ledger.read("ann", "ben");
        assertThat(ledger.plan().planned()).isEqualTo(1);
        assertThat(ledger.claims.claim("badges", "worker", 9)).singleElement().extracting(Claim::lookFirst).isEqualTo(true);
    }
}
