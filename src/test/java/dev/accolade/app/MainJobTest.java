package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.ledger.Plans.Summary;
import dev.accolade.sandbox.community.Community;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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
            assertThat(world.liveBadges() + world.enabledClients()).isEqualTo((int) first.planned()).isGreaterThan(60);
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
            assertThat(World.sync(accolade).planned()).isEqualTo(badges + clients);
            assertThat(kinds(accolade)).containsOnlyKeys("ADOPT");
            assertThat(World.sync(accolade).isEmpty()).isTrue();
            assertThat(world.liveBadges()).isEqualTo(badges);
            assertThat(world.enabledClients()).isEqualTo(clients);
            assertThat(world.duplicateBadges() + world.duplicateClients()).isZero();
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
            assertThat(World.sync(accolade).planned()).isEqualTo(world.liveBadges()).isGreaterThan(10);
            assertThat(World.sync(accolade).isEmpty()).isTrue();
        }
    }

    static Map<String, Long> kinds(Accolade accolade) {
        return accolade.ledger().database().read(handle -> handle.createQuery("select kind, count(*) as n from change where state <> 'SUPERSEDED' group by kind")
                .collectRows(java.util.stream.Collectors.toMap(row -> row.getColumn("kind", String.class), row -> row.getColumn("n", Long.class))));
    }

    /** Somebody who is in the group packager and no sponsor. */
    static String packager() {
        JsonNode fas = Community.sample().seed("fas");
        for (JsonNode group : fas.path("groups")) {
            if (group.path("name").asText().equals("packager")) {
                for (JsonNode member : group.path("members")) {
                    if (member.path("role").asText("user").equals("user") && member.path("status").asText("approved").equals("approved")) {
                        return member.path("username").asText(member.path("person").asText());
                    }
                }
            }
        }
        throw new IllegalStateException("the sample has no packager: " + fas.path("groups"));
    }
}
