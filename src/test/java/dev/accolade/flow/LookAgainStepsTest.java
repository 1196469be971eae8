package dev.accolade.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.ledger.Database;
import dev.accolade.ledger.Erased;
import dev.accolade.ledger.Hints;
import dev.accolade.ledger.Hints.Hint;
import dev.accolade.ledger.Seal;
import dev.accolade.model.Coverage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookAgainStepsTest {

    @TempDir
    Path folder;

    @Test
    void aPollDoesNotLineUpAgainWhatIsBeingFollowed() {
        try (Database database = new Database(folder.resolve("ledger.db"))) {
            Hints hints = new Hints(database, Clock.systemUTC(), new Erased(Seal.of(folder.resolve("key"))));
            LookAgainSteps steps = new LookAgainSteps(hints, null, null, Clock.systemUTC());
            hints.raise(new Coverage("fedora", Coverage.Kind.MEMBER, "ann"));
            List<Hint> first = steps.waiting("fedora");
            assertThat(first).hasSize(1);
            assertThat(steps.waiting("fedora")).as("it waits for its turn").isEmpty();
            hints.raise(new Coverage("fedora", Coverage.Kind.MEMBER, "ann"));
            List<Hint> again = steps.waiting("fedora");
            assertThat(again).as("said again since").hasSize(1);
            steps.clear(first.get(0));
            steps.clear(again.get(0));
            assertThat(hints.waiting("fedora", 9)).isEmpty();
        }
    }
}
