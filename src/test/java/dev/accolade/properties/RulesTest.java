package dev.accolade.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.model.ChangeKind;
import dev.accolade.model.Desired;
import dev.accolade.model.GrantKey;
import dev.accolade.model.Truth;
import dev.accolade.plan.Planner;
import dev.accolade.rules.Award;
import dev.accolade.rules.Judge;
import dev.accolade.rules.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What rules earn, whatever they are and whatever is known. */
class RulesTest {

    @Provide
    Arbitrary<Puzzle> puzzles() {
        return Puzzle.any();
    }

    @Property(tries = 500)
    void theOrderOfRulesChangesNothingOfWhatIsEarned(@ForAll("puzzles") Puzzle puzzle, @ForAll Random random) {
        List<String> shuffled = new ArrayList<>(puzzle.rules());
        Collections.shuffle(shuffled, random);
        assertThat(earned(puzzle.withRules(shuffled))).isEqualTo(earned(puzzle));
    }

    @Property(tries = 500)
    void aClientHasTheScopesOfAllRulesThatHoldAndNoOther(@ForAll("puzzles") Puzzle puzzle) {
        Set<String> scopes = puzzle.book().rules().stream().filter(rule -> rule.award() instanceof Award.Client && truth(puzzle, rule) == Truth.TRUE)
                .flatMap(rule -> ((Award.Client) rule.award()).scopes().stream()).collect(Collectors.toCollection(TreeSet::new));
        Optional<Set<String>> client = earned(puzzle).entrySet().stream().filter(one -> one.getKey().target().equals("lrs")).map(Map.Entry::getValue).findFirst();
        assertThat(client.orElse(Set.of())).isEqualTo(scopes);
    }

    @Property(tries = 500)
    void learningMoreNeverTurnsAYesIntoANoOrANoIntoAYes(@ForAll("puzzles") Puzzle puzzle, @ForAll("puzzles") Puzzle other) {
        Set<String> more = new HashSet<>(puzzle.known());
        more.addAll(other.known());
        for (Rule rule : puzzle.book().rules()) {
            Truth before = truth(puzzle, rule);
            assertThat(before == Truth.UNKNOWN ? before : truth(puzzle.withKnown(more), rule)).as("%s", rule).isEqualTo(before);
        }
    }

    @Property(tries = 500)
    void knowingNothingEarnsNothing(@ForAll("puzzles") Puzzle puzzle) {
        assertThat(earned(puzzle.withKnown(Set.of()))).isEmpty();
    }

    @Property(tries = 500)
    void whatIsNotWhatAndOrNotSayIsUnknown(@ForAll Truth one, @ForAll Truth other, @ForAll Truth third) {
        assertThat(one.and(other)).isEqualTo(other.and(one)).isEqualTo(one.not().or(other.not()).not());
        assertThat(one.and(other).and(third)).isEqualTo(one.and(other.and(third)));
        assertThat(one.and(other.or(third))).isEqualTo(one.and(other).or(one.and(third)));
        if (other != Truth.UNKNOWN) {
            Truth guessed = Truth.UNKNOWN.and(one);
            assertThat(guessed == Truth.UNKNOWN || guessed == other.and(one)).as("an unknown that becomes %s", other).isTrue();
        }
    }

    private static Truth truth(Puzzle puzzle, Rule rule) {
        return new Judge(puzzle).judge(rule, puzzle.person()).truth();
    }

    /** By grant; the scopes of a client. */
    private static Map<GrantKey, Set<String>> earned(Puzzle puzzle) {
        return new Planner(puzzle.book(), puzzle, puzzle, Instant.EPOCH, Duration.ofDays(90)).plan(puzzle.person(), List.of(), List.of(), (target, object, recipient) -> Optional.empty())
                .planned().stream().filter(change -> change.kind() == ChangeKind.AWARD).collect(Collectors.toMap(change -> change.key(),
                        change -> change.desired() instanceof Desired.Client client ? new TreeSet<>(client.scopes()) : Set.of()));
    }
}
