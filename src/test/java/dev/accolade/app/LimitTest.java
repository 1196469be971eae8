package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitTest {

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
    void awardsAboveTheLimitAreHeldOthersGoOnAndTheNextDayMore() {
        world.settings.put("target.badges.awards-per-day", "10");
        try (Accolade accolade = world.start(clock)) {
            world.enrol(accolade);
            World.sync(accolade);
            assertThat(world.liveBadges()).isEqualTo(10);
            assertThat(world.enabledClients()).as("another target goes on").isGreaterThan(3);
            World.sync(accolade);
            assertThat(world.liveBadges()).isEqualTo(10);
            clock.forward(Duration.ofHours(25));
            World.sync(accolade);
            assertThat(world.liveBadges()).isEqualTo(20);
        }
    }

    @Test
    void anApprovalReleasesTheChangesItNamesAndNoOther() {
        world.settings.put("target.badges.awards-per-day", "10");
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            List<Long> held = accolade.ledger().approvals().held();
            assertThat(held).hasSizeGreaterThan(20);
            assertThat(accolade.ledger().approvals().approve(held.subList(0, 3), "tester", clock.instant().plus(Duration.ofHours(1)))).isEqualTo(held.subList(0, 3));
            accolade.push();
            assertThat(world.liveBadges()).isEqualTo(13);
        }
    }

    @Test
    void anExpiredApprovalReleasesNothing() {
        world.settings.put("target.badges.awards-per-day", "10");
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            accolade.ledger().approvals().approve(accolade.ledger().approvals().held(), "tester", clock.instant().plus(Duration.ofHours(1)));
            clock.forward(Duration.ofHours(2));
            accolade.push();
            assertThat(world.liveBadges()).isEqualTo(10);
        }
    }

    @Test
    void removalsThatAChangedRuleCausesWaitForAnApproval() {
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
        }
        int badges = world.liveBadges();
        world.rules("""
                version: 1
                rules:
                  - id: packager
                    when: {source: fedora, group: packager, role: administrator}
                    award: {target: badges, issuer: Fedora Project, badge: Packager}
                    on-leave: {do: revoke}
                """);
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            clock.forward(Duration.ofDays(60));
            World.sync(accolade);
            assertThat(world.liveBadges()).isEqualTo(badges);
            assertThat(accolade.ledger().approvals().held()).isNotEmpty();
        }
    }
}
