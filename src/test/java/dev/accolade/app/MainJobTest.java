package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.ledger.Plans.Summary;
import dev.accolade.sandbox.community.Community;
import dev.accolade.service.badgr.Revocation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainJobTest {

    @TempDir
    Path folder;
    World world;

    @BeforeEach
    void open() {
        world = new World(folder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void awardsWhatIsEarnedAndThenHasNothingLeftToDo() {
        try (Accolade accolade = world.start(Clock.systemUTC())) {
            world.enrol(accolade);
            Summary first = World.sync(accolade);
            assertThat(accolade.stoppedRules()).isEmpty();
            assertThat(accolade.failedReads()).isEmpty();
            assertThat(world.liveBadges() + world.enabledClients()).as("all but the one without e-mail").isEqualTo((int) first.planned() - 1).isGreaterThan(60);
            assertThat(world.enabledClients()).isGreaterThan(3);
            assertThat(World.sync(accolade).isEmpty()).isTrue();
            assertThat(world.duplicateBadges() + world.duplicateClients()).isZero();
        }
    }

    @Test
    void emptyLedgerAgainstFullTargetsAdoptsAndAwardsNothing() {
        int badges;
        int clients;
        try (Accolade accolade = world.start(Clock.systemUTC())) {
            world.enrol(accolade);
            World.sync(accolade);
            badges = world.liveBadges();
            clients = world.enabledClients();
        }
        world.settings.put("accolade.ledger", folder.resolve("new-ledger.db").toString());
        try (Accolade accolade = world.start(Clock.systemUTC())) {
            world.enrol(accolade);
            World.sync(accolade);
            assertThat(done(accolade)).isEqualTo(Map.of("ADOPT", (long) badges + clients));
            assertThat(World.sync(accolade).isEmpty()).isTrue();
            assertThat(world.liveBadges()).isEqualTo(badges);
            assertThat(world.enabledClients()).isEqualTo(clients);
            assertThat(world.duplicateBadges() + world.duplicateClients()).isZero();
        }
    }

    @Test
    void whatWasFoundOnTheTargetButIsGoneMeanwhileIsAwardedAgain() {
        try (Accolade accolade = world.start(Clock.systemUTC())) {
            World.sync(accolade);
        }
        int badges = world.liveBadges();
        world.settings.put("accolade.ledger", folder.resolve("new-ledger.db").toString());
        try (Accolade accolade = world.start(Clock.systemUTC())) {
            accolade.pullAll();
            accolade.reconcile();
            String gone = accolade.ledger().database().read(handle -> handle.createQuery("select remote_id from change where kind = 'ADOPT' limit 1").mapTo(String.class).one());
            accolade.context().createProducerTemplate().requestBody("badgr:revokeAssertions?connection=badges", List.of(new Revocation(gone, "by hand")));
            accolade.push();
            assertThat(world.liveBadges()).isEqualTo(badges - 1);
            World.sync(accolade);
            assertThat(world.liveBadges()).isEqualTo(badges);
            assertThat(World.sync(accolade).isEmpty()).isTrue();
        }
    }

    @Test
    void someoneWhoLeavesKeepsTheBadgeUntilTwoReadsAgreeAndTheGraceIsOver() {
        SettableClock clock = new SettableClock();
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            int badges = world.liveBadges();
            world.control("DELETE", "fas/groups/packager/members/" + packager(), "");
            clock.forward(Duration.ofMinutes(1));
            assertThat(World.sync(accolade).planned()).as("one read is not enough").isZero();
            clock.forward(Duration.ofMinutes(11));
            assertThat(World.sync(accolade).planned()).as("absent twice: planned, but within grace").isEqualTo(1);
            assertThat(world.liveBadges()).isEqualTo(badges);
            clock.forward(Duration.ofDays(7).plusMinutes(1));
            World.sync(accolade);
            assertThat(world.liveBadges()).isEqualTo(badges - 1);
            assertThat(World.sync(accolade).isEmpty()).isTrue();
        }
    }

    @Test
    void someoneWhoReturnsWithinTheGraceLosesNothing() {
        SettableClock clock = new SettableClock();
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            int badges = world.liveBadges();
            String member = packager();
            world.control("DELETE", "fas/groups/packager/members/" + member, "");
            World.sync(accolade);
            clock.forward(Duration.ofMinutes(11));
            World.sync(accolade);
            world.control("PUT", "fas/groups/packager/members/" + member, "{\"role\":\"user\"}");
            clock.forward(Duration.ofMinutes(11));
            World.sync(accolade);
            clock.forward(Duration.ofDays(8));
            World.sync(accolade);
            assertThat(world.liveBadges()).isEqualTo(badges);
            assertThat(world.revokedBadges()).isZero();
        }
    }

    @Test
    void twoBadgrsAndTwoFedorasStandSideBySide() {
        world.service("target.club", "badgr", "badgr", Map.of("username", world.settings.get("target.badges.username"), "password", world.settings.get("target.badges.password")));
        world.service("source.old-fedora", "fas", "fas", Map.of("username", world.settings.get("source.fedora.username"), "password", world.settings.get("source.fedora.password")));
        world.rules("""
                version: 1
                rules:
                  - id: here
                    when: {source: fedora, group: docs}
                    award: {target: badges, issuer: Fedora Project, badge: Documentation Writer}
                  - id: there
                    when: {source: old-fedora, group: packager}
                    award: {target: club, issuer: Fedora Project, badge: Packager}
                """);
        try (Accolade accolade = world.start(Clock.systemUTC())) {
            assertThat(World.sync(accolade).planned()).as("all but the one without e-mail").isEqualTo(world.liveBadges() + 1).isGreaterThan(10);
            assertThat(World.sync(accolade).isEmpty()).isTrue();
        }
    }

    static Map<String, Long> done(Accolade accolade) {
        return accolade.ledger().database().read(handle -> handle.createQuery("select kind, count(*) as n from change where state = 'DONE' group by kind")
                .collectRows(java.util.stream.Collectors.toMap(row -> row.getColumn("kind", String.class), row -> row.getColumn("n", Long.class))));
    }

    /** Somebody who is in the group packager and neither sponsor nor administrator. */
    static String packager() {
        for (JsonNode group : Community.sample().seed("fas").path("groups")) {
            if (group.path("name").asText().equals("packager")) {
                return group.path("users").get(0).asText();
            }
        }
        throw new IllegalStateException("the sample has no group packager");
    }
}
