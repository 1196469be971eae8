package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.sandbox.community.Community;
import dev.accolade.saved.Fate;
import dev.accolade.saved.Run;
import dev.accolade.saved.SavedPlan;
import dev.accolade.saved.SavedPlans;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan in a file beside others who work on the same ledger. */
class SavedPlanTest {

    @TempDir
    Path folder;

    @Test
    void isHarmlessWhileAnotherProcessDoesEverything() {
        try (World world = new World(folder)) {
            world.badgesFor(Community.generated(200, 3));
            try (Accolade one = world.start(Clock.systemUTC()); Accolade other = world.start(Clock.systemUTC())) {
                one.pullAll();
                one.reconcile();
                SavedPlans plans = one.ledger().savedPlans(one.rules());
                Path file = folder.resolve("x.plan");
                long saved = plans.save(file, "ada");
                SavedPlan plan = plans.read(file);
                one.reconcile();
                List<Fate> fates = new ArrayList<>();
                try (Run run = plans.choose(plan, "ada")) {
                    CompletableFuture.allOf(CompletableFuture.runAsync(() -> one.push(run.id())), CompletableFuture.runAsync(() -> World.sync(other))).join();
                    run.fates(fates::add);
                }
                Map<Fate.Kind, Long> counts = fates.stream().collect(Collectors.groupingBy(Fate::kind, Collectors.counting()));
                assertThat(counts).containsOnlyKeys(Fate.Kind.APPLIED);
                assertThat(counts.get(Fate.Kind.APPLIED)).isEqualTo(saved).isGreaterThan(100);
                assertThat(world.liveBadges()).isEqualTo((int) saved);
                assertThat(world.duplicateBadges()).isZero();
            }
        }
    }

    @Test
    void skipsWhoTurnedOutToBeOnePersonWithAnother() {
        try (World world = new World(folder)) {
            world.badgesFor(Community.generated(50, 2));
            try (Accolade accolade = world.start(Clock.systemUTC())) {
                accolade.pullAll();
                accolade.reconcile();
                SavedPlans plans = accolade.ledger().savedPlans(accolade.rules());
                Path file = folder.resolve("x.plan");
                plans.save(file, "ada");
                SavedPlan plan = plans.read(file);
                List<Long> two = plan.changes().stream().map(dev.accolade.saved.SavedChange::person).distinct().limit(2).toList();
                accolade.ledger().database().change(handle -> handle.execute("""
                        update member set email = (select email from member where person = ? limit 1) where person = ?""", two.get(0), two.get(1)));
                accolade.reconcile();
                List<Fate> fates = new ArrayList<>();
                try (Run run = plans.choose(plan, "ada")) {
                    accolade.push(run.id());
                    run.fates(fates::add);
                }
                assertThat(fates).filteredOn(fate -> fate.change().person() == two.get(1)).isNotEmpty()
                        .allSatisfy(fate -> assertThat(fate.why()).contains("joined with another", "p-" + two.get(0)));
                assertThat(fates).filteredOn(fate -> !two.contains(fate.change().person())).allSatisfy(fate -> assertThat(fate.kind()).isEqualTo(Fate.Kind.APPLIED));
            }
        }
    }

    @Test
    void takesUpWhatAWorkerThatDiedHad() {
        try (World world = new World(folder)) {
            world.badgesFor(Community.generated(20, 2));
            SettableClock clock = new SettableClock();
            try (Accolade accolade = world.start(clock)) {
                accolade.pullAll();
                accolade.reconcile();
                SavedPlans plans = accolade.ledger().savedPlans(accolade.rules());
                Path file = folder.resolve("x.plan");
                plans.save(file, "ada");
                int lost = accolade.claims().claim("badges", "died", 3).size();
                assertThat(lost).isEqualTo(3);
                clock.forward(Duration.ofHours(1));
                List<Fate> fates = new ArrayList<>();
                try (Run run = plans.choose(plans.read(file), "ada")) {
                    accolade.push(run.id());
                    run.fates(fates::add);
                }
                assertThat(fates).allSatisfy(fate -> assertThat(fate.kind()).isEqualTo(Fate.Kind.APPLIED));
                assertThat(world.duplicateBadges()).isZero();
            }
        }
    }
}
