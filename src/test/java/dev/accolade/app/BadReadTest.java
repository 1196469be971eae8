package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.ledger.Plans.Summary;
import dev.accolade.sandbox.Fault;
import dev.accolade.sandbox.community.Community;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadReadTest {

    private static final String AT_ONCE = """
            version: 1
            rules:
              - id: packager
                when: {source: fedora, group: packager}
                award: {target: badges, issuer: Fedora Project, badge: Packager}
                on-leave: {do: revoke}
              - id: diver
                when: {source: reef, group: divers}
                award: {target: badges, issuer: Reef Lab, badge: Diver}
                on-leave: {do: revoke}
            """;

    @TempDir
    Path folder;
    World world;
    final SettableClock clock = new SettableClock();

    @BeforeEach
    void open() {
        world = new World(folder);
        world.rules(AT_ONCE);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void oneGroupAnswering500TakesNothingAndHoldsUpNoOther() {
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            int badges = world.liveBadges();
            world.sandbox.faults().add(Fault.of("cave", Fault.Kind.STATUS).onPath("/group/2/user"));
            world.control("DELETE", "cave/groups/2/members/11", "");
            world.control("PUT", "fas/groups/packager/members/" + outsider(), "{\"role\":\"user\"}");
            syncTwice(accolade);
            assertThat(world.revokedBadges()).isZero();
            assertThat(world.liveBadges()).as("the newcomer has the badge").isEqualTo(badges + 1);
            assertThat(accolade.failedReads()).containsOnlyKeys("reef scope 2");
            clock.forward(Duration.ofDays(3));
            syncTwice(accolade);
            assertThat(world.revokedBadges()).as("knowledge that is too old takes nothing either").isZero();
            world.sandbox.faults().clear();
            syncTwice(accolade);
            assertThat(world.revokedBadges()).as("read well again, who has left loses the badge").isEqualTo(1);
        }
    }

    @Test
    void aReadThatIsCutShortTakesNothing() {
        readsThatFail(Fault.of("fas", Fault.Kind.CUT_BODY).onPath("group_data"), "fedora everything");
    }

    @Test
    void anErrorPageWithStatus200TakesNothing() {
        readsThatFail(Fault.of("fas", Fault.Kind.HTML).onPath("group_data"), "fedora everything");
    }

    @Test
    void brokenJsonTakesNothing() {
        readsThatFail(Fault.of("fas", Fault.Kind.STATUS).onPath("group_data").withStatus(200).withBody("{\"success\": true, \"data\": {\"packager\""), "fedora everything");
    }

    @Test
    void anEmptyObjectWithStatus200TakesNothing() {
        readsThatFail(Fault.of("fas", Fault.Kind.STATUS).onPath("group_data").withStatus(200).withBody("{}"), "fedora everything");
    }

    @Test
    void anUnreachableSourceTakesNothing() {
        readsThatFail(Fault.of("fas", Fault.Kind.RESET_BEFORE), "fedora people");
    }

    private void readsThatFail(Fault fault, String failed) {
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            int badges = world.liveBadges();
            world.sandbox.faults().add(fault);
            world.control("DELETE", "fas/groups/packager/members/" + MainJobTest.packager(), "");
            syncTwice(accolade);
            assertThat(accolade.failedReads()).containsKey(failed);
            assertThat(world.liveBadges()).isEqualTo(badges);
        }
    }

    @Test
    void aWrongPasswordFailsTheSourceAndTakesNothing() {
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
        }
        int badges = world.liveBadges();
        world.settings.put("source.fedora.password", "wrong");
        world.control("DELETE", "fas/groups/packager/members/" + MainJobTest.packager(), "");
        try (Accolade accolade = world.start(clock)) {
            syncTwice(accolade);
            assertThat(accolade.failedReads().get("fedora people")).contains("fedora").doesNotContain("wrong-");
            assertThat(world.liveBadges()).isEqualTo(badges);
        }
    }

    @Test
    void aLargeGroupThatComesBackEmptyIsHeldUntilSomebodySaysItIsTrue() {
        world.settings.put("guard.members", "10");
        world.settings.put("target.badges.removal-share", "1");
        world.settings.put("target.badges.removal-share-month", "1");
        world.settings.put("target.badges.removal-share-scope", "1");
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            int badges = world.liveBadges();
            int packagers = emptyThePackagers();
            assertThat(packagers).isGreaterThan(10);
            syncTwice(accolade);
            syncTwice(accolade);
            assertThat(world.liveBadges()).as("nobody lost anything").isEqualTo(badges);
            assertThat(accolade.ledger().approvals().approveShrinkage("fedora", "packager", "tester", clock.instant().plus(Duration.ofDays(1)))).isTrue();
            syncTwice(accolade);
            assertThat(world.liveBadges()).isLessThanOrEqualTo(badges - packagers + 3);
        }
    }

    @Test
    void aVanishedGroupStopsItsRuleAndTakesNothing() {
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            int badges = world.liveBadges();
            world.control("DELETE", "cave/groups/2", "");
            syncTwice(accolade);
            assertThat(world.liveBadges()).isEqualTo(badges);
            assertThat(accolade.stoppedRules()).singleElement().asString().contains("'diver'", "vanished");
        }
    }

    @Test
    void aRenamedGroupIsTheSameGroup() {
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            int badges = world.liveBadges();
            world.control("PUT", "fas/groups/packager/name", "{\"name\":\"packagers\"}");
            syncTwice(accolade);
            assertThat(world.liveBadges()).isEqualTo(badges);
            assertThat(accolade.stoppedRules()).isEmpty();
        }
    }

    /** Two complete reads far enough apart to show an absence. */
    private Summary syncTwice(Accolade accolade) {
        World.sync(accolade);
        clock.forward(Duration.ofMinutes(11));
        return World.sync(accolade);
    }

    private int emptyThePackagers() {
        int emptied = 0;
        for (var group : Community.sample().seed("fas").path("groups")) {
            if (group.path("name").asText().equals("packager")) {
                for (String role : new String[] {"administrators", "sponsors", "users"}) {
                    for (var member : group.path(role)) {
                        world.control("DELETE", "fas/groups/packager/members/" + (member.isTextual() ? member.asText() : member.path("username").asText()), "");
                        emptied++;
                    }
                }
            }
        }
        return emptied;
    }

    /** Somebody with an e-mail who is in no group packager. */
    private static String outsider() {
        var seed = Community.sample().seed("fas");
        String packagers = "";
        for (var group : seed.path("groups")) {
            packagers += group.path("name").asText().equals("packager") ? group.toString() : "";
        }
        for (var person : seed.path("people")) {
            if (person.hasNonNull("email") && !packagers.contains("\"" + person.path("username").asText() + "\"") && !person.path("username").asText().equals("accolade")
                    && !person.hasNonNull("status")) {
                return person.path("username").asText();
            }
        }
        throw new IllegalStateException("everybody is a packager");
    }
}
