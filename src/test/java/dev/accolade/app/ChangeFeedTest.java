package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.accolade.sandbox.Fault;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Badgr's feed of changes, followed by a serving Accolade. */
class ChangeFeedTest {

    private static final String MAIL = "newcomer@example.org";
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;
    World world;
    OtherSide others;
    String packager;

    @BeforeEach
    void open() {
        world = new World(folder);
        others = new OtherSide(world);
        packager = others.badgeClass("Packager");
        world.rules("""
                version: 1
                rules:
                  - id: packager
                    when: {source: fedora, group: packager}
                    award: {target: badges, issuer: Fedora Project, badge: Packager}
                    on-leave: {do: revoke}
                    on-drift: heal
                """);
        world.control("POST", "fas/people", "{\"username\":\"newcomer\",\"human_name\":\"New Comer\",\"email\":\"" + MAIL + "\"}");
        world.control("PUT", "fas/groups/packager/members/newcomer", "{\"role\":\"user\"}");
        world.settings.put("accolade.poll", "PT0.2S");
        world.settings.put("target.badges.changes", "PT0.2S");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whatSomebodyRevokedIsFoundAndHealedWithoutAnyListing() {
        try (Served served = new Served(world, Clock.systemUTC())) {
            World.sync(served.accolade);
            int badges = world.liveBadges();
            others.revoke(others.live(packager, MAIL), "a mistake");
            await().atMost(LONG).until(() -> world.revokedBadges() == 1 && world.liveBadges() == badges);
            await().atMost(LONG).until(() -> DriftTest.open(served.accolade).isEmpty());
            assertThat(DriftTest.history(served.accolade)).containsEntry("DRIFTED", 1L).containsEntry("HEALED", 1L);
            assertThat(world.duplicateBadges()).isZero();
        }
    }

    @Test
    void whatTheFeedToldIsLookedAtAgainUntilThatSucceedsAndTheFeedGoesOnMeanwhile() {
        try (Served served = new Served(world, Clock.systemUTC())) {
            World.sync(served.accolade);
            String badge = others.live(packager, MAIL);
            world.sandbox.faults().add(Fault.of("badgr", Fault.Kind.STATUS).onMethod("GET").onPath("/assertions/" + badge + "$").withStatus(503));
            others.change(badge, "{\"narrative\":\"somebody else's\"}");
            await().atMost(LONG).until(() -> served.accolade.ledger().database().read(handle -> handle.createQuery("select coalesce(max(attempts), 0) from glance").mapTo(Integer.class).one()) > 0);
            assertThat(DriftTest.open(served.accolade)).as("the feed alone is not believed").isEmpty();
            Instant before = cursor(served.accolade);
            await().atMost(LONG).until(() -> cursor(served.accolade).isAfter(before));
            world.sandbox.faults().clear();
            served.accolade.ledger().database().change(handle -> handle.execute("update glance set not_before = 0"));
            await().atMost(LONG).until(() -> DriftTest.history(served.accolade).containsKey("DRIFTED"));
        }
    }

    private static Instant cursor(Accolade accolade) {
        return accolade.ledger().glances().cursor("badges-changedAssertions").orElse(Instant.EPOCH);
    }
}
