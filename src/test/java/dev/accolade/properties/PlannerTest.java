package dev.accolade.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.model.Desired;
import dev.accolade.model.GrantKey;
import dev.accolade.model.Reason;
import dev.accolade.model.Truth;
import dev.accolade.plan.Grant;
import dev.accolade.plan.Holding;
import dev.accolade.plan.PersonPlan;
import dev.accolade.plan.Planner;
import dev.accolade.rules.Award;
import dev.accolade.rules.Expiry;
import dev.accolade.rules.Judge;
import dev.accolade.rules.OnLeave;
import dev.accolade.rules.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The planner against another one, which asks every rule about every badge class and knows no index and no candidates. */
class PlannerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final List<String> BADGES = List.of("I / X", "I / Y");

    /**
     * What a person holds of one badge class.
     *
     * @param earnedBy numbers of rules; those beyond the file are of rules that are gone
     * @param changed  whether the conditions were others then
     * @param endsIn   how long it still lasts; not more than nothing when it is over; empty for ever
     * @param entered  whether the ledger knows that it is over
     */
    record Held(Set<Integer> earnedBy, boolean ours, boolean changed, Optional<Duration> leftAgo, Optional<Duration> endsIn, boolean entered) {

        boolean isOver() {
            return endsIn.filter(left -> left.isNegative() || left.isZero()).isPresent();
        }

        boolean ranOut() {
            return entered && isOver();
        }
    }

    @Provide
    Arbitrary<Puzzle> puzzles() {
        return Puzzle.any();
    }

    @Provide
    Arbitrary<Optional<Held>> held() {
        Arbitrary<Optional<Duration>> left = Arbitraries.of(0, 12, 30, 80).map(Duration::ofHours).optional();
        Arbitrary<Optional<Duration>> ends = Arbitraries.of(-30, 0, 20, 48, 49, 200).map(Duration::ofHours).optional(0.5);
        return Combinators.combine(Arbitraries.integers().between(0, 6).set().ofMinSize(1).ofMaxSize(3), Arbitraries.of(true, true, false), Arbitraries.of(true, false, false),
                left, ends, Arbitraries.of(true, false)).as(Held::new).optional(0.7);
    }

    @Property(tries = 500)
    void plansTheSameAsAPlannerThatAsksEveryRuleAboutEverything(@ForAll("puzzles") Puzzle puzzle, @ForAll("held") Optional<Held> x, @ForAll("held") Optional<Held> y,
                                                                @ForAll boolean found) {
        Map<String, Held> held = new LinkedHashMap<>();
        x.ifPresent(one -> held.put(BADGES.get(0), one));
        y.ifPresent(one -> held.put(BADGES.get(1), one));
        List<Grant> grants = held.entrySet().stream().map(one -> grant(puzzle, one.getKey(), one.getValue())).toList();
        Planner.Holdings holdings = (target, object, recipient) -> found ? Optional.of(new Holding(target, object, "found", recipient, true)) : Optional.empty();
        PersonPlan plan = new Planner(puzzle.book(), puzzle, puzzle, NOW).plan(puzzle.person(), grants, List.of(), holdings);
        Set<String> planned = new TreeSet<>();
        plan.planned().stream().filter(change -> change.key().target().equals("badges"))
                .forEach(change -> planned.add(change.kind() + " " + change.objectName().replaceFirst("^id of ", "") + change.waitingFor().map(why -> " waits for " + why).orElse("")));
        Set<String> expected = new TreeSet<>();
        BADGES.forEach(badge -> naive(puzzle, badge, Optional.ofNullable(held.get(badge)), found).ifPresent(expected::add));
        assertThat(planned).isEqualTo(expected);
    }

    private static Optional<String> naive(Puzzle puzzle, String badge, Optional<Held> held, boolean found) {
        List<Rule> naming = puzzle.book().rules().stream().filter(rule -> rule.award().objectName().equals(badge)).toList();
        Optional<Rule> first = naming.stream().filter(rule -> truth(puzzle, rule) == Truth.TRUE).findFirst();
        boolean earned = first.isPresent();
        boolean renews = first.flatMap(rule -> ((Award.Badge) rule.award()).expiry()).flatMap(Expiry::renew).isPresent();
        if (held.isEmpty() || held.get().ranOut()) {
            boolean again = held.isEmpty() || renews || first.flatMap(rule -> ((Award.Badge) rule.award()).expiry()).isEmpty() || held.get().leftAgo().isPresent();
            return earned && (found || again) ? Optional.of((found ? "ADOPT " : "AWARD ") + badge + (puzzle.email().isEmpty() ? " waits for IDENTITY" : "")) : Optional.empty();
        }
        if (earned && renews && held.get().ours() && held.get().endsIn().filter(left -> left.toDays() < 2 || left.equals(Duration.ofDays(2))).isPresent()) {
            return Optional.of("RENEW " + badge);
        }
        if (held.get().isOver()) {
            return Optional.of("EXPIRE " + badge);
        }
        List<Rule> before = naming.stream().filter(rule -> held.get().earnedBy().contains(number(rule))).toList();
        if (earned || !held.get().ours() || before.stream().anyMatch(rule -> truth(puzzle, rule) != Truth.FALSE || rule.onLeave().action() == OnLeave.Action.KEEP)) {
            return Optional.empty();
        }
        if (held.get().changed() || before.size() < held.get().earnedBy().size()) {
            return Optional.of("REVOKE " + badge + " waits for APPROVAL");
        }
        Duration grace = before.stream().map(rule -> rule.onLeave().after()).max(Duration::compareTo).orElse(Duration.ZERO);
        boolean over = held.get().leftAgo().orElse(Duration.ZERO).compareTo(grace) >= 0;
        return Optional.of("REVOKE " + badge + (over ? "" : " waits for GRACE"));
    }

    private static Grant grant(Puzzle puzzle, String badge, Held held) {
        Map<String, String> earnedBy = new LinkedHashMap<>();
        held.earnedBy().forEach(number -> earnedBy.put("r" + number, held.changed() ? "another condition" : condition(puzzle, number)));
        return new Grant(new GrantKey("badges", "id of " + badge, 1), 1, !held.ranOut(), "remote " + badge, held.ours(),
                new Desired.Badge(puzzle.email(), Optional.empty(), new ArrayList<>()).ending(held.endsIn().map(NOW::plus)), earnedBy, held.leftAgo().map(NOW::minus),
                held.ranOut() ? Optional.of(NOW) : Optional.empty(), held.ranOut() ? Optional.of(Reason.EXPIRED) : Optional.empty());
    }

    private static String condition(Puzzle puzzle, int number) {
        return puzzle.book().rule("r" + number).map(Rule::condition).orElse("of a rule that is gone");
    }

    private static int number(Rule rule) {
        return Integer.parseInt(rule.id().substring(1));
    }

    private static Truth truth(Puzzle puzzle, Rule rule) {
        return new Judge(puzzle).judge(rule, puzzle.person()).truth();
    }
}
