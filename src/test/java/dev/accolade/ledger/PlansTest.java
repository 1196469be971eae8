package dev.accolade.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.model.Entitlement;
import dev.accolade.model.Member;
import dev.accolade.model.MemberKey;
import dev.accolade.model.Outcome;
import dev.accolade.model.Person;
import dev.accolade.model.Scope;
import dev.accolade.model.ScopeKey;
import dev.accolade.plan.PersonPlan;
import dev.accolade.plan.Planner;
import dev.accolade.rules.Knowledge;
import dev.accolade.rules.KnownNames;
import dev.accolade.rules.RuleBook;
import dev.accolade.rules.RuleFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlansTest {

    private static final RuleBook BOOK = RuleFile.parse("rules.yaml", """
            version: 1
            rules:
              - {id: p, when: {source: fedora, group: g}, award: {target: badges, issuer: I, badge: P}, on-leave: {do: revoke}}
            """, new KnownNames(Map.of("fedora", "fas"), Map.of("badges", "badgr")));

    @TempDir
    Path folder;

    @Test
    void anAwardThatWasDoneWhileThePlanWasMadeIsNotPlannedAgain() {
        try (TestLedger ledger = new TestLedger(folder)) {
            Plans plans = new Plans(ledger.database, ledger);
            Persons persons = new Persons(ledger.database, Map.of());
            plans.write(1, List.of(plan(ledger, "old@example.org", true, persons)));
            PersonPlan whileItIsDone = plan(ledger, "new@example.org", true, persons);
            Claim claim = ledger.claims(9, 9, 1, 9).claim("badges", "me", 9).get(0);
            ledger.settlements.settle(Settlement.done(claim, Outcome.APPLIED, Optional.of("r1"), true, "Awarded."));
            plans.write(2, List.of(whileItIsDone));
            assertThat(ledger.claims(9, 9, 1, 9).claim("badges", "me", 9)).as("a badge for the new address would be a second one").isEmpty();
            assertThat(ledger.grants()).containsExactly("1 c 1 LIVE r1");
        }
    }

    @Test
    void aRemovalThatWasDoneWhileThePlanWasMadeIsNotPlannedAgain() {
        try (TestLedger ledger = new TestLedger(folder)) {
            Plans plans = new Plans(ledger.database, ledger);
            Persons persons = new Persons(ledger.database, Map.of());
            plans.write(1, List.of(plan(ledger, "ann@example.org", true, persons)));
            settleOne(ledger);
            PersonPlan late = plan(ledger, "ann@example.org", false, persons);
            plans.write(2, List.of(late));
            settleOne(ledger);
            plans.write(3, List.of(late));
            assertThat(ledger.claims(9, 9, 1, 9).claim("badges", "me", 9)).isEmpty();
            assertThat(ledger.grants()).containsExactly("1 c 1 ENDED r1");
        }
    }

    private static void settleOne(TestLedger ledger) {
        Claim claim = ledger.claims(9, 9, 1, 9).claim("badges", "me", 9).get(0);
        ledger.settlements.settle(Settlement.done(claim, Outcome.APPLIED, Optional.of("r1"), true, "Done."));
    }

    private static PersonPlan plan(TestLedger ledger, String email, boolean holds, Persons persons) {
        ledger.member("fedora", "1", email);
        ledger.correlation.correlate();
        Persons.Chunk known = persons.of(List.of(1L), ledger.now);
        MemberKey key = new MemberKey("fedora", "1");
        Person person = new Person(1, List.of(new Member(key, "ann", Optional.of(email), Optional.empty(), "active")),
                holds ? List.of(new Entitlement(key, new ScopeKey("fedora", "g"), "user", Instant.EPOCH)) : List.of(), Set.of());
        return new Planner(BOOK, new Everything(), award -> Optional.of("c"), ledger.now)
                .plan(person, known.grants().getOrDefault(1L, List.of()), known.open().getOrDefault(1L, List.of()), (target, object, recipient) -> Optional.empty());
    }

    private static final class Everything implements Knowledge {

        @Override
        public Optional<Scope> scope(String source, String nameOrId) {
            return Optional.of(new Scope(new ScopeKey(source, nameOrId), nameOrId));
        }

        @Override
        public boolean listsEverybody(String source, Optional<Scope> scope) {
            return true;
        }

        @Override
        public boolean listsPeople(String source) {
            return true;
        }
    }
}
