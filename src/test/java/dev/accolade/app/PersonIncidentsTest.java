package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.sandbox.Fault;
import dev.accolade.service.badgr.Assertion;
import dev.accolade.service.badgr.BadgrConstants;
import dev.accolade.service.badgr.Revocation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tokens that died, and what became of single persons. */
class PersonIncidentsTest extends Incidents {

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

    private static void revokeByHand(Accolade accolade, String email) {
        String badgeClass = accolade.ledger().database().read(handle -> handle.createQuery("select object_id from target_object where name like '%Packager'").mapTo(String.class).one());
        List<?> found = accolade.context().createProducerTemplate().requestBodyAndHeaders("badgr:assertionsByRecipient?connection=badges", null,
                Map.of(BadgrConstants.BADGE_CLASS, badgeClass, BadgrConstants.RECIPIENT, email), List.class);
        accolade.context().createProducerTemplate().requestBody("badgr:revokeAssertions?connection=badges",
                List.of(new Revocation(((Assertion) found.get(0)).entityId(), "by hand")));
    }
}
