package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.ledger.Erasure;
import dev.accolade.ledger.Erasure.Badges;
import dev.accolade.ledger.view.History;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EraseTest {

    @TempDir
    Path folder;
    World world;
    final SettableClock clock = new SettableClock();

    @BeforeEach
    void open() {
        world = new World(folder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whoWasErasedStaysErasedOverThreePullsAndTheFileKnowsNothingOfThem() throws IOException {
        List<String> marks;
        try (Accolade accolade = world.start(clock)) {
            world.enrol(accolade);
            World.sync(accolade);
            long person = accolade.ledger().people().find("fedora:ingrid").get(0);
            marks = marks(accolade, person);
            int badges = world.liveBadges();
            assertThat(holding(marks)).as("before").isEqualTo(marks);

            assertThat(accolade.forgetting().ask(person, Badges.KEEP, "Ada").done()).isTrue();
            for (int pull = 0; pull < 3; pull++) {
                clock.forward(Duration.ofMinutes(11));
                assertThat(World.sync(accolade).isEmpty()).as("nothing to do").isTrue();
            }

            assertThat(world.liveBadges()).isEqualTo(badges);
            assertThat(accolade.ledger().people().find("fedora:ingrid")).isEmpty();
            assertThat(new History(accolade.ledger().database()).verify(Optional.empty()).problem()).isEmpty();
            assertThat(holding(marks)).as("while it is open").isEmpty();
        }
        assertThat(marks).hasSizeGreaterThan(1);
        assertThat(holding(marks)).as("when it is closed").isEmpty();
    }

    @Test
    void revokesTheirBadgesBeforeTheDataGoes() throws IOException {
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            long person = accolade.ledger().people().find("fedora:ingrid").get(0);
            int badges = world.liveBadges();
            Erasure asked = accolade.forgetting().ask(person, Badges.REVOKE, "Ada");
            assertThat(asked.waitsFor()).isNotEmpty();
            assertThat(accolade.ledger().people().find("fedora:ingrid")).containsExactly(person);

            World.sync(accolade);
            accolade.reconcile();

            assertThat(accolade.ledger().people().find("fedora:ingrid")).isEmpty();
            assertThat(world.liveBadges()).isEqualTo(badges - asked.waitsFor().size());
            assertThat(world.revokedBadges()).isEqualTo(asked.waitsFor().size());
            assertThat(World.sync(accolade).isEmpty()).isTrue();
            assertThat(holding(List.of("ingrid"))).isEmpty();
        }
    }

    /** User names, names and e-mails of a person, which no other person's contain. */
    private static List<String> marks(Accolade accolade, long person) {
        return accolade.ledger().database().read(handle -> handle.createQuery("select username from member where person = ? union select email from member where person = ?"
                + " union select name from member where person = ? and name is not null")
                .bind(0, person).bind(1, person).bind(2, person).mapTo(String.class).list());
    }

    /** Which of them stand anywhere in the ledger's files. */
    private List<String> holding(List<String> marks) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.getFileName().toString().startsWith("ledger.db")).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(all.length()).isPositive();
        String text = all.toString();
        return marks.stream().filter(mark -> text.contains(new String(mark.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))).toList();
    }
}
