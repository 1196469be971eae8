package dev.accolade.plan;

import static dev.accolade.plan.PlannerTest.GRACE;
import static dev.accolade.plan.PlannerTest.REVOKE;
import static dev.accolade.plan.PlannerTest.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.model.Desired;
import dev.accolade.model.Lifetime;
import dev.accolade.model.Reason;
import dev.accolade.model.WaitingFor;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiringTest {

    final World world = new World();

    private World awarded(String expiry, String onLeave) {
        world.ending("p", "fedora/packager", "P", expiry, onLeave).holds("fedora/packager").keep();
        return world.push();
    }

    private World rule(String expiry, String onLeave) {
        world.rules.clear();
        return world.ending("p", "fedora/packager", "P", expiry, onLeave);
    }

    private static Optional<Instant> end(PlannedChange change) {
        return ((Desired.Badge) change.desired()).expires();
    }

    @Test
    void anAwardSaysHowLongItLastsForItsDayIsNotKnownYet() {
        world.ending("p", "fedora/packager", "P", "expires: P1Y", REVOKE).holds("fedora/packager");
        Desired.Badge planned = (Desired.Badge) world.keep().planned().get(0).desired();
        assertThat(planned.expires()).isEmpty();
        assertThat(planned.lifetime()).contains(new Lifetime("P1Y"));
        assertThat(told(world.forward(Duration.ofDays(400)).keep())).as("however long it waits").isEqualTo("left open");
    }

    @ParameterizedTest(name = "{0} days after the award: {1}")
    @CsvSource({"1, kept", "14, kept", "15, RENEW PLANNED", "19, RENEW PLANNED", "20, RENEW PLANNED", "40, RENEW PLANNED"})
    void isRenewedFromALittleBeforeItsEnd(int days, String expected) {
        assertThat(told(awarded("expires: P20D, renew: P5D", REVOKE).forward(Duration.ofDays(days)).plan())).isEqualTo(expected);
    }

    @Test
    void aRenewalGoesOnFromTheOldEndWheneverItIsPlanned() {
        awarded("expires: P20D, renew: P5D", REVOKE);
        Instant end = world.now.plus(Duration.ofDays(20));
        PlannedChange renewal = world.forward(Duration.ofDays(16)).keep().planned().get(0);
        assertThat(end(renewal)).contains(end.plus(Duration.ofDays(20)));
        assertThat(renewal.reason()).isEqualTo(Reason.RENEWED);
        assertThat(renewal.evidence()).containsEntry("ends", end.toString()).containsKey("until");
        assertThat(told(world.forward(Duration.ofDays(2)).keep())).isEqualTo("left open");
        assertThat(told(world.push().plan())).isEqualTo("kept");
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', value = {
        "without renew it stays ended          | expires: P20D            | nothing",
        "with renew it is given anew           | expires: P20D, renew: P5D | AWARD PLANNED",
        "without an end it is given anew       | narrative: none          | AWARD PLANNED",
        "with a later fixed end it is given    | expires: 2027-01-01      | AWARD PLANNED",
        "with a fixed end that is over not     | expires: 2026-03-10      | nothing"})
    void whatIsGivenAgainOnceItRanOut(String name, String expiryNow, String expected) {
        awarded("expires: P20D", REVOKE).forward(Duration.ofDays(21));
        assertThat(told(world.keep())).isEqualTo("EXPIRE PLANNED");
        world.push();
        assertThat(told(rule(expiryNow, REVOKE).keep())).isEqualTo(expected);
        if (expected.equals("nothing")) {
            assertThat(told(world.keep())).isEqualTo("nothing");
        }
    }

    @Test
    void whoLeftAndCameBackIsGivenItAnewAndTheNewOneNamesTheOld() {
        awarded("expires: P20D", REVOKE).forward(Duration.ofDays(21)).keep();
        world.push().holds();
        world.unreadable.add("fedora");
        world.keep();
        world.unreadable.clear();
        assertThat(told(world.holds("fedora/packager").keep())).as("nobody saw them leave").isEqualTo("nothing");
        world.holds().keep();
        PlannedChange again = world.holds("fedora/packager").keep().planned().get(0);
        assertThat(again.generation()).isEqualTo(2);
        assertThat(again.reason()).isEqualTo(Reason.RETURNED);
        assertThat(again.evidence()).containsEntry("previous", "remote-1").containsEntry("previousEnded", world.now.toString())
                .containsEntry("previousWhy", Reason.EXPIRED.sentence());
    }

    @Test
    void whatEndsDuringTheGraceIsNotRevokedToo() {
        awarded("expires: P20D", GRACE).forward(Duration.ofDays(18)).holds();
        assertThat(world.keep().planned().get(0).waitingFor()).contains(WaitingFor.GRACE);
        PersonPlan plan = world.forward(Duration.ofDays(3)).keep();
        assertThat(told(plan)).isEqualTo("EXPIRE PLANNED");
        assertThat(plan.superseded()).hasSize(1);
    }

    @Test
    void whatSomebodyElseMadeEndsTooAndIsNotRenewed() {
        awarded("expires: P20D, renew: P5D", REVOKE);
        world.grants.replaceAll(grant -> new Grant(grant.key(), 1, true, "theirs", false, grant.shown(), grant.earnedBy(), Optional.empty()));
        assertThat(told(world.forward(Duration.ofDays(16)).plan())).isEqualTo("kept");
        PlannedChange ended = world.forward(Duration.ofDays(5)).keep().planned().get(0);
        assertThat(ended.reason()).isEqualTo(Reason.EXPIRED);
        assertThat(told(world.push().plan())).as("then it is ours to give").isEqualTo("AWARD PLANNED");
    }

    @Test
    void anEndIsEnteredWhileNobodyKnowsAnythingOfThePersonAndAfterTheRuleIsGone() {
        awarded("expires: P20D", "do: keep").forward(Duration.ofDays(21));
        world.unreadable.add("fedora");
        assertThat(told(world.plan())).isEqualTo("EXPIRE PLANNED");
        world.rules.clear();
        assertThat(told(world.plan())).isEqualTo("EXPIRE PLANNED");
    }

    @Test
    void anotherLifetimeReachesNewAwardsOnly() {
        awarded("expires: P20D", REVOKE);
        assertThat(told(rule("expires: P1Y", REVOKE).plan())).isEqualTo("kept");
        world.grants.clear();
        world.rules.clear();
        world.ending("p", "fedora/packager", "P", "expires: P20D", REVOKE).keep();
        PersonPlan plan = rule("expires: P1Y", REVOKE).keep();
        assertThat(plan.superseded()).as("what is not awarded yet is awarded for as long as the rule says now").hasSize(1);
        assertThat(((Desired.Badge) plan.planned().get(0).desired()).lifetime()).contains(new Lifetime("P1Y"));
    }
}
