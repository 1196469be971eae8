package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.sandbox.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reads, clocks and settings that were wrong. */
class ReadIncidentsTest extends Incidents {

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
    void whoLeftBeforeThePlanWasAppliedIsAwardedNothingThoughOneReadProvesNoAbsence() {
        newcomer("new@example.org");
        try (Accolade accolade = world.start(clock)) {
            accolade.pullAll();
            accolade.reconcile();
            world.control("DELETE", "fas/groups/packager/members/" + NEWCOMER, "");
            clock.forward(Duration.ofMinutes(1));
            World.sync(accolade);
            assertThat(accolade.ledger().people().find("fedora:" + NEWCOMER)).singleElement()
                    .satisfies(person -> assertThat(accolade.ledger().database().<List<String>>read(handle -> handle.createQuery("select state from change where person = ?").bind(0, person)
                            .mapTo(String.class).list())).containsExactly("SUPERSEDED"));
            world.control("PUT", "fas/groups/packager/members/" + NEWCOMER, "{\"role\":\"user\"}");
            int before = world.liveBadges();
            clock.forward(Duration.ofMinutes(1));
            World.sync(accolade);
            assertThat(world.liveBadges()).as("back, and awarded").isEqualTo(before + 1);
        }
    }

    @Test
    void whileAServersClockIsAnHourAwayNothingIsTaken() {
        newcomer("new@example.org");
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            world.sandbox.faults().add(Fault.of("cave", Fault.Kind.CLOCK).lasting(Duration.ofHours(1)));
            world.control("DELETE", "fas/groups/packager/members/" + NEWCOMER, "");
            syncTwice(accolade);
            assertThat(world.revokedBadges()).isZero();
            assertThat(accolade.ledger().database().<Long>read(handle -> handle.createQuery("select count(*) from change where kind = 'REVOKE' and state = 'PLANNED'")
                    .mapTo(Long.class).one())).as("it is planned, and waits").isEqualTo(1);
            world.sandbox.faults().clear();
            World.sync(accolade);
            accolade.push();
            assertThat(world.revokedBadges()).isEqualTo(1);
        }
    }
}
