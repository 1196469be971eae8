package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.ledger.Plans.Summary;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainJobTest {

    @TempDir
    Path folder;

    @Test
    void awardsWhatIsEarnedAndThenHasNothingLeftToDo() {
        try (World world = new World(folder); Accolade accolade = Accolade.start(world.read(), Accolade.Mode.COMMAND, Clock.systemUTC())) {
            accolade.pullAll();
            Summary first = accolade.reconcile();
            System.out.println(first + " " + accolade.stoppedRules() + accolade.failedReads());
            accolade.push();
            Summary second = accolade.reconcile();
            assertThat(second.isEmpty()).as("%s", second).isTrue();
        }
    }
}
