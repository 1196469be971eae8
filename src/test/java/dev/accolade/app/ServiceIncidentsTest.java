package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.sandbox.Fault;
import dev.accolade.service.badgr.Assertion;
import dev.accolade.service.badgr.BadgrConstants;
import dev.accolade.service.badgr.Revocation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What befell other programs of this kind, told over HTTP. The table of all of them is in docs/reliability.md. */
class ServiceIncidentsTest {

    private static final String RULES = """
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
    private static final String NEWCOMER = "newcomer";

    @TempDir
    Path folder;
    World world;
    final SettableClock clock = new SettableClock();

    @BeforeEach
    void open() {
        world = new World(folder);
        world.rules(RULES);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void one503IsNotTakenForAnEmptyGroup() {
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            int badges = world.liveBadges();
            for (int i = 0; i < 3; i++) {
                world.sandbox.faults().add(Fault.of("cave", Fault.Kind.STATUS).onPath("/group/2/user").withStatus(503).times(1));
                clock.forward(Duration.ofMinutes(11));
                World.sync(accolade);
            }
            assertThat(world.liveBadges()).isEqualTo(badges);
            assertThat(world.revokedBadges()).isZero();
            clock.forward(Duration.ofMinutes(11));
            assertThat(World.sync(accolade).isEmpty()).as("read well again, nothing has changed").isTrue();
        }
    }

    @Test
    void anAnswerThatSaysSuccessAndHoldsPartOfTheGroupsTakesNothing() {
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            int badges = world.liveBadges();
            world.sandbox.faults().add(Fault.of("fas", Fault.Kind.STATUS).onPath("group_data").withStatus(200)
                    .withBody("{\"success\": true, \"data\": {\"docs\": {\"administrators\": [], \"sponsors\": [], \"users\": []}}}"));
            syncTwice(accolade);
            assertThat(world.liveBadges()).isEqualTo(badges);
            world.sandbox.faults().clear();
            syncTwice(accolade);
            assertThat(world.liveBadges()).isEqualTo(badges);
            assertThat(accolade.stoppedRules()).isEmpty();
        }
    }

    @Test
    void aPageThatIsMissingWhileTheTargetIsListedAwardsNothingASecondTime() {
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
        }
        int badges = world.liveBadges();
        world.settings.put("accolade.ledger", folder.resolve("new-ledger.db").toString());
        world.sandbox.faults().add(Fault.of("badgr", Fault.Kind.CUT_BODY).onMethod("GET").onPath("/badgeclasses/[^/]+/assertions").times(1));
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            assertThat(accolade.stoppedRules()).as("the badge class that could not be listed").hasSize(1);
            World.sync(accolade);
            assertThat(accolade.stoppedRules()).isEmpty();
            assertThat(MainJobTest.done(accolade)).as("all was found, nothing awarded").isEqualTo(Map.of("ADOPT", (long) badges));
            assertThat(world.liveBadges()).isEqualTo(badges);
        }
    }

    @Test
    void aConfigSlipThatEmptiesOneGroupFarBelowTheLimitOfTheTargetIsHeld() {
        world.settings.put("target.badges.removals-per-day", "1000");
        world.settings.put("target.badges.removals-always-allowed", "1");
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            List<String> divers = accolade.ledger().database().read(handle -> handle.createQuery(
                    "select distinct member_id from entitlement where source = 'reef' and scope_id = '2'").mapTo(String.class).list());
            assertThat(divers).as("too few for the shrink guard").hasSizeBetween(4, 19);
            divers.forEach(diver -> world.control("DELETE", "cave/groups/2/members/" + diver, ""));
            syncTwice(accolade);
            assertThat(world.revokedBadges()).isEqualTo(1);
            assertThat(accolade.ledger().approvals().held()).as("the others wait for a person").hasSize(divers.size() - 1);
        }
    }

    @Test
    void aTokenThatDiesInMidRunIsRenewedOnceByAllWhoPushAtOnceAndCostsNoBadge() {
        try (Accolade accolade = world.start(clock)) {
            accolade.pullAll();
            accolade.reconcile();
            world.control("POST", "badgr/expire-tokens", "");
            accolade.push();
            Map<String, Long> states = states(accolade);
            assertThat(states.keySet()).as("%s", states).isSubsetOf("DONE", "WAITING");
            assertThat(world.liveBadges()).isEqualTo(states.get("DONE").intValue()).isGreaterThan(20);
            assertThat(world.duplicateBadges()).isZero();
        }
    }

    @Test
    void onePersonWithAnAddressThatIsNoneHoldsUpNobodyAndHasTheBadgeOnceItIsMended() {
        newcomer("none");
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            Map<String, Long> states = states(accolade);
            assertThat(states).containsOnlyKeys("DONE", "WAITING");
            assertThat(world.liveBadges()).isEqualTo(states.get("DONE").intValue()).isGreaterThan(20);
            world.control("PUT", "fas/people/" + NEWCOMER + "/email", "{\"email\":\"newcomer@example.org\"}");
            World.sync(accolade);
            assertThat(world.liveBadges()).isEqualTo(states.get("DONE").intValue() + 1);
        }
    }

    @Test
    void onePersonWhomTheTargetRefusesHoldsUpNobody() {
        world.sandbox.faults().add(Fault.of("badgr", Fault.Kind.STATUS).onMethod("POST").onPath("/assertions$").withStatus(400)
                .withBody("{\"status\":{\"success\":false,\"description\":\"bad request\"},\"fieldErrors\":{\"recipient\":[\"is not liked\"]},\"validationErrors\":[],\"result\":[]}").times(1));
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            Map<String, Long> states = states(accolade);
            assertThat(states).containsEntry("REFUSED", 1L);
            assertThat(world.liveBadges()).isEqualTo(states.get("DONE").intValue()).isGreaterThan(20);
        }
    }

    @Test
    void whatTheOtherSideRevokedIsNotRevokedTwiceAndComesBackWithItsPerson() {
        newcomer("newcomer@example.org");
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            int badges = world.liveBadges();
            revokeByHand(accolade, "newcomer@example.org");
            world.control("DELETE", "fas/groups/packager/members/" + NEWCOMER, "");
            syncTwice(accolade);
            assertThat(states(accolade).keySet()).as("nothing is stuck").isSubsetOf("DONE", "WAITING");
            assertThat(world.revokedBadges()).isEqualTo(1);
            world.control("PUT", "fas/groups/packager/members/" + NEWCOMER, "{\"role\":\"user\"}");
            World.sync(accolade);
            assertThat(world.liveBadges()).isEqualTo(badges);
        }
    }

    @Test
    void aRevokedBadgeIsAwardedAgainToWhoReturns() {
        newcomer("newcomer@example.org");
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            int badges = world.liveBadges();
            for (int times = 1; times <= 2; times++) {
                world.control("DELETE", "fas/groups/packager/members/" + NEWCOMER, "");
                syncTwice(accolade);
                assertThat(world.liveBadges()).isEqualTo(badges - 1);
                assertThat(world.revokedBadges()).isEqualTo(times);
                clock.forward(Duration.ofMinutes(1));
                world.control("PUT", "fas/groups/packager/members/" + NEWCOMER, "{\"role\":\"user\"}");
                World.sync(accolade);
                assertThat(world.liveBadges()).isEqualTo(badges);
                clock.forward(Duration.ofDays(1));
            }
            assertThat(world.duplicateBadges()).isZero();
        }
    }

    @Test
    void aClockAnHourAheadAwardsEachBadgeOnceAlsoWhenItIsPutRight() {
        clock.forward(Duration.ofHours(1));
        world.sandbox.faults().add(Fault.of("badgr", Fault.Kind.RESET_AFTER).onMethod("POST").onPath("/assertions$").times(3));
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            clock.forward(Duration.ofHours(-1));
            World.sync(accolade);
            assertThat(world.duplicateBadges()).isZero();
            clock.forward(Duration.ofHours(2));
            World.sync(accolade);
            assertThat(states(accolade).keySet()).isSubsetOf("DONE", "WAITING");
            assertThat(world.liveBadges()).isEqualTo(states(accolade).get("DONE").intValue());
            assertThat(world.duplicateBadges() + world.revokedBadges()).isZero();
            assertThat(World.sync(accolade).isEmpty()).isTrue();
        }
    }

    @Test
    void anAddressThatMovedToAnotherPersonBringsTheBadgeToNeitherTwiceNorIsItTaken() {
        newcomer("newcomer@example.org");
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            int badges = world.liveBadges();
            world.control("PUT", "fas/people/" + NEWCOMER + "/email", "{\"email\":\"moved@example.org\"}");
            world.control("POST", "fas/people", "{\"username\":\"heir\",\"human_name\":\"Heir\",\"email\":\"newcomer@example.org\"}");
            world.control("PUT", "fas/groups/packager/members/heir", "{\"role\":\"user\"}");
            syncTwice(accolade);
            assertThat(world.liveBadges()).isEqualTo(badges);
            assertThat(world.duplicateBadges() + world.revokedBadges()).isZero();
            List<String> refusals = accolade.ledger().database().read(handle -> handle.createQuery("select message from change where state = 'REFUSED'").mapTo(String.class).list());
            assertThat(refusals).singleElement().asString().contains("already stands for another person's grant").doesNotContain("newcomer@");
        }
    }

    private void newcomer(String email) {
        world.control("POST", "fas/people", "{\"username\":\"" + NEWCOMER + "\",\"human_name\":\"New Comer\",\"email\":\"" + email + "\"}");
        world.control("PUT", "fas/groups/packager/members/" + NEWCOMER, "{\"role\":\"user\"}");
    }

    private static void revokeByHand(Accolade accolade, String email) {
        String badgeClass = accolade.ledger().database().read(handle -> handle.createQuery("select object_id from target_object where name like '%Packager'").mapTo(String.class).one());
        List<?> found = accolade.context().createProducerTemplate().requestBodyAndHeaders("badgr:assertionsByRecipient?connection=badges", null,
                Map.of(BadgrConstants.BADGE_CLASS, badgeClass, BadgrConstants.RECIPIENT, email), List.class);
        accolade.context().createProducerTemplate().requestBody("badgr:revokeAssertions?connection=badges",
                List.of(new Revocation(((Assertion) found.get(0)).entityId(), "by hand")));
    }

    /** Two complete reads far enough apart to show an absence. */
    private void syncTwice(Accolade accolade) {
        clock.forward(Duration.ofMinutes(11));
        World.sync(accolade);
        clock.forward(Duration.ofMinutes(11));
        World.sync(accolade);
    }

    /** How many changes are in each state, but for those that a later plan no longer wanted. */
    private static Map<String, Long> states(Accolade accolade) {
        return accolade.ledger().database().read(handle -> handle.createQuery("select state, count(*) as n from change where state <> 'SUPERSEDED' group by state")
                .collectRows(java.util.stream.Collectors.toMap(row -> row.getColumn("state", String.class), row -> row.getColumn("n", Long.class))));
    }
}
