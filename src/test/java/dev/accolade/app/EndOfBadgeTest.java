package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.ledger.view.Generation;
import dev.accolade.ledger.view.Generations;
import dev.accolade.model.Reason;
import dev.accolade.sandbox.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Badges that come to their end, and those that are renewed. Unless a test says otherwise Badgr's clock goes as ours does. */
class EndOfBadgeTest {

    private static final String RULES = """
            version: 1
            rules:
              - id: packager
                when: {source: fedora, group: packager}
                award: {target: badges, issuer: Fedora Project, badge: Packager, expires: P20D%s}
                on-leave: {do: revoke}
            """;

    @TempDir
    Path folder;
    final SettableClock clock = new SettableClock();
    World world;

    @AfterEach
    void close() {
        world.close();
    }

    private Accolade started(String renew) {
        world.rules(RULES.formatted(renew));
        return world.start(clock);
    }

    private static List<Generation> generations(Accolade accolade, String member) {
        long person = accolade.ledger().people().find("fedora:" + member).get(0);
        return new Generations(accolade.ledger().database()).of(List.of(person));
    }

    @Test
    void aBadgeThatRanOutEndsAndIsGivenAgainOnlyToWhoLeftAndCameBack() {
        world = new World(folder, clock);
        String member = MainJobTest.packager();
        try (Accolade accolade = started("")) {
            World.sync(accolade);
            int badges = world.liveBadges();
            assertThat(badges).isGreaterThan(20);
            clock.forward(Duration.ofDays(19));
            assertThat(World.sync(accolade).isEmpty()).isTrue();
            clock.forward(Duration.ofDays(2));
            World.sync(accolade);
            assertThat(MainJobTest.done(accolade)).isEqualTo(Map.of("AWARD", (long) badges, "EXPIRE", (long) badges));
            assertThat(world.liveBadges() + world.revokedBadges()).isZero();
            assertThat(World.sync(accolade).isEmpty()).as("nothing is given again by itself").isTrue();

            world.control("DELETE", "fas/groups/packager/members/" + member, "");
            syncTwice(accolade);
            world.control("PUT", "fas/groups/packager/members/" + member, "{\"role\":\"user\"}");
            World.sync(accolade);
            assertThat(world.liveBadges()).isEqualTo(1);
            assertThat(generations(accolade, member)).satisfiesExactly(
                    first -> assertThat(first.endedWhy()).contains(Reason.EXPIRED),
                    second -> assertThat(second.live()).isTrue());
            assertThat(accolade.ledger().database().<String>read(handle -> handle.createQuery("select evidence_json from change where generation = 2").mapTo(String.class).one()))
                    .contains("\"previous\":\"" + generations(accolade, member).get(0).remoteId(), Reason.EXPIRED.sentence());
        }
    }

    @Test
    void aRenewedBadgeStaysTheSameAssertionWithoutAGap() {
        world = new World(folder, clock);
        String member = MainJobTest.packager();
        try (Accolade accolade = started(", renew: P5D")) {
            World.sync(accolade);
            int badges = world.liveBadges();
            Generation before = generations(accolade, member).get(0);
            for (int round = 1; round <= 3; round++) {
                clock.forward(Duration.ofDays(16));
                World.sync(accolade);
                clock.forward(Duration.ofDays(4));
                assertThat(World.sync(accolade).isEmpty()).isTrue();
                assertThat(world.liveBadges()).isEqualTo(badges);
            }
            assertThat(MainJobTest.done(accolade)).isEqualTo(Map.of("AWARD", (long) badges, "RENEW", 3L * badges));
            assertThat(generations(accolade, member)).singleElement().satisfies(now -> {
                assertThat(now.remoteId()).isEqualTo(before.remoteId());
                assertThat(now.expires()).contains(before.expires().orElseThrow().plus(Duration.ofDays(60)));
            });
            assertThat(world.duplicateBadges()).isZero();
        }
    }

    @Test
    void aRenewalThatComesTooLateIsANewBadge() {
        world = new World(folder, clock);
        try (Accolade accolade = started(", renew: P5D")) {
            World.sync(accolade);
            int badges = world.liveBadges();
            clock.forward(Duration.ofDays(22));
            World.sync(accolade);
            assertThat(world.liveBadges()).as("Badgr says that they are over").isZero();
            World.sync(accolade);
            assertThat(world.liveBadges()).isEqualTo(badges);
            assertThat(generations(accolade, MainJobTest.packager())).hasSize(2);
        }
    }

    @Test
    void whoLeftIsNotRenewed() {
        world = new World(folder, clock);
        String member = MainJobTest.packager();
        try (Accolade accolade = started(", renew: P5D")) {
            World.sync(accolade);
            int badges = world.liveBadges();
            world.control("DELETE", "fas/groups/packager/members/" + member, "");
            clock.forward(Duration.ofDays(16));
            syncTwice(accolade);
            assertThat(world.revokedBadges()).isEqualTo(1);
            assertThat(world.liveBadges()).isEqualTo(badges - 1);
            assertThat(generations(accolade, member)).singleElement().satisfies(ended -> assertThat(ended.endedWhy()).contains(Reason.LEFT));
        }
    }

    @Test
    void aLostAnswerToARenewalIsFoundByLooking() {
        world = new World(folder, clock);
        try (Accolade accolade = started(", renew: P5D")) {
            World.sync(accolade);
            int badges = world.liveBadges();
            clock.forward(Duration.ofDays(16));
            world.sandbox.faults().add(Fault.of("badgr", Fault.Kind.RESET_AFTER).onMethod("PUT").onPath("/assertions/").times(3));
            World.sync(accolade);
            clock.forward(Duration.ofMinutes(1));
            accolade.push();
            assertThat(MainJobTest.done(accolade)).containsEntry("RENEW", (long) badges);
            assertThat(generations(accolade, MainJobTest.packager()).get(0).expires().orElseThrow()).isAfter(clock.instant().plus(Duration.ofDays(20)));
        }
    }

    @Test
    void aClockThatIsAheadEndsAndRenewsNothing() {
        world = new World(folder);
        for (String renew : List.of("", ", renew: P5D")) {
            try (Accolade accolade = started(renew)) {
                World.sync(accolade);
                int badges = world.liveBadges();
                Generation before = generations(accolade, MainJobTest.packager()).get(0);
                world.sandbox.faults().add(Fault.of("badgr", Fault.Kind.CLOCK).lasting(Duration.ofDays(-21)));
                clock.forward(Duration.ofDays(21));
                World.sync(accolade);
                World.sync(accolade);
                assertThat(world.liveBadges()).isEqualTo(badges);
                assertThat(generations(accolade, MainJobTest.packager())).containsExactly(before);
                assertThat(MainJobTest.done(accolade)).containsOnlyKeys("AWARD");
                world.sandbox.faults().clear();
                clock.forward(Duration.ofDays(-21));
            }
        }
    }

    private void syncTwice(Accolade accolade) {
        World.sync(accolade);
        clock.forward(Duration.ofMinutes(11));
        World.sync(accolade);
    }
}
