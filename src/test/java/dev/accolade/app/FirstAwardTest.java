package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.ledger.view.ShownChange;
import dev.accolade.ledger.view.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstAwardTest {

    @TempDir
    Path folder;
    final SettableClock clock = new SettableClock();
    World world;

    @BeforeEach
    void open() {
        world = new World(folder);
        world.settings.put("target.badges.first-award-limit", "5");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void firstAwardsAreSpreadOverDaysAndOthersGoOn() {
        try (Accolade accolade = world.start(clock)) {
            world.enrol(accolade);
            accolade.pullAll();
            accolade.reconcile();
            Status status = new Status(accolade.ledger().database());
            long people = status.firstAwards().get("badges");
            assertThat(people).isGreaterThan(20).isLessThan(open(status).size());
            assertThat(status.firstAwards()).containsOnlyKeys("badges");
            accolade.push();
            accolade.push();
            assertThat(recipients(accolade)).as("five addresses, with all their badges").isEqualTo(5);
            assertThat(world.liveBadges()).isGreaterThanOrEqualTo(5);
            assertThat(world.enabledClients()).isGreaterThan(3);
            assertThat(status.firstAwards()).containsEntry("badges", people - 5);
            assertThat(open(status)).filteredOn(change -> change.heldBy().isPresent()).isNotEmpty()
                    .allSatisfy(change -> assertThat(change.heldBecause()).contains("held by first-award-limit; approve it or wait"));
            clock.forward(Duration.ofHours(25));
            World.sync(accolade);
            accolade.push();
            assertThat(recipients(accolade)).isEqualTo(10);
        }
    }

    @Test
    void anApprovalReleasesWhatIsHeld() {
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            accolade.ledger().approvals().approve(accolade.ledger().approvals().held(), "tester", clock.instant().plus(Duration.ofHours(1)));
            accolade.push();
            Status status = new Status(accolade.ledger().database());
            assertThat(status.firstAwards()).isEmpty();
            assertThat(world.duplicateBadges()).isZero();
            assertThat(World.sync(accolade).isEmpty()).isTrue();
        }
    }

    @Test
    void whoIsKnownOnTheTargetIsNobodyNew() {
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            accolade.ledger().approvals().approve(accolade.ledger().approvals().held(), "tester", clock.instant().plus(Duration.ofHours(1)));
            accolade.push();
        }
        world.settings.put("accolade.ledger", folder.resolve("new-ledger.db").toString());
        try (Accolade accolade = world.start(clock)) {
            accolade.pullAll();
            accolade.reconcile();
            assertThat(new Status(accolade.ledger().database()).firstAwards()).isEmpty();
        }
    }

    private static List<ShownChange> open(Status status) {
        return status.openChanges(1000, 0);
    }

    private static long recipients(Accolade accolade) {
        return accolade.ledger().database().<Long>read(handle -> handle.createQuery(
                "select count(distinct json_extract(shown_json, '$.recipient')) from grants where target = 'badges'").mapTo(Long.class).one());
    }
}
