package dev.accolade.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.model.ChangeKind;
import dev.accolade.model.ChangeState;
import dev.accolade.model.Desired;
import dev.accolade.model.Reason;
import dev.accolade.model.Recast;
import dev.accolade.model.WaitingFor;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is planned when an address changes, becomes known, or never does; and when a person turns out to be another. */
class IdentityPlanTest {

    private final World world = new World();

    @Test
    void aBadgeOnAnOlderAddressStaysAndIsNotedOnce() {
        held(world.badge("p", "fedora/packager", "P", "do: revoke"));
        world.email = Optional.of("new@example.org");
        PersonPlan plan = world.keep();
        assertThat(plan.planned()).isEmpty();
        assertThat(plan.marks()).singleElement().satisfies(mark -> assertThat(mark.olderAddress()).isTrue());
        assertThat(world.keep().isEmpty()).isTrue();
        world.email = Optional.of("ann@example.org");
        assertThat(world.keep().marks()).as("it is the person's again").singleElement().satisfies(mark -> assertThat(mark.olderAddress()).isFalse());
    }

    @Test
    void anAddressThatIsGoneWithoutAnotherOneMovesNothing() {
        held(world.movingBadge("p", "fedora/packager", "P", "do: revoke"));
        world.email = Optional.empty();
        assertThat(world.keep().isEmpty()).isTrue();
    }

    @Test
    void aMovingBadgeIsRevokedAndThenIssuedToTheNewAddressWithItsFirstDate() {
        Instant first = world.now;
        held(world.movingBadge("p", "fedora/packager", "P", "do: revoke"));
        for (String address : new String[] {"second@example.org", "third@example.org"}) {
            world.forward(Duration.ofDays(30)).email = Optional.of(address);
            PlannedChange revocation = only(world.keep());
            assertThat(revocation.kind()).isEqualTo(ChangeKind.REVOKE);
            assertThat(revocation.reason()).isEqualTo(Reason.READDRESSED);
            assertThat(revocation.evidence()).containsEntry("reason", "Issued again to the holder's present address").containsEntry("right", "user");
            assertThat(world.keep().isEmpty()).as("the same once more").isTrue();
            world.push();
            assertThat(world.grants).as("never two").noneMatch(Grant::live);
            PlannedChange award = only(world.keep());
            assertThat(award.reason()).isEqualTo(Reason.REISSUED);
            assertThat(award.desired()).isEqualTo(revocation.desired());
            assertThat((Desired.Badge) award.desired()).satisfies(badge -> assertThat(badge.issuedOn()).contains(first)).satisfies(badge -> assertThat(badge.recipient()).contains(address));
            world.push();
            assertThat(world.keep().isEmpty()).isTrue();
        }
        assertThat(world.grants.stream().filter(Grant::live).findFirst().orElseThrow().generation()).isEqualTo(3);
    }

    @Test
    void whoHasNoRightAnyMoreIsNotGivenTheBadgeAtTheNewAddress() {
        held(world.movingBadge("p", "fedora/packager", "P", "do: revoke, after: P7D"));
        world.email = Optional.of("new@example.org");
        world.holds();
        assertThat(only(world.keep())).satisfies(change -> assertThat(change.reason()).isEqualTo(Reason.LEFT)).satisfies(change -> assertThat(change.waitingFor()).contains(WaitingFor.GRACE));
    }

    @Test
    void oneRuleThatSaysKeepKeepsTheBadgeWhereItIs() {
        held(world.movingBadge("p", "fedora/packager", "P", "do: revoke").badge("q", "fedora/docs", "P", ""), "fedora/docs");
        world.email = Optional.of("new@example.org");
        assertThat(world.keep().planned()).isEmpty();
    }

    @Test
    void theirsIsNeverMoved() {
        held(world.movingBadge("p", "fedora/packager", "P", "do: revoke"));
        world.grants.replaceAll(grant -> new Grant(grant.key(), 1, true, grant.remoteId(), false, grant.shown(), grant.earnedBy(), Optional.empty(), Optional.empty(), Optional.empty(), grant.past()));
        world.email = Optional.of("new@example.org");
        PersonPlan plan = world.keep();
        assertThat(plan.planned()).isEmpty();
        assertThat(plan.marks()).hasSize(1);
    }

    @Test
    void aMoveThatIsNotYetDoneIsGivenUpWhenTheAddressComesBack() {
        held(world.movingBadge("p", "fedora/packager", "P", "do: revoke"));
        world.email = Optional.of("new@example.org");
        world.keep();
        world.email = Optional.of("ann@example.org");
        PersonPlan plan = world.keep();
        assertThat(plan.planned()).isEmpty();
        assertThat(plan.superseded()).hasSize(1);
    }

    @Test
    void whoReturnsLaterHasABadgeOfThatDay() {
        held(world.movingBadge("p", "fedora/packager", "P", "do: revoke"));
        world.holds().keep();
        world.push();
        world.holds("fedora/packager");
        assertThat(((Desired.Badge) only(world.keep()).desired()).issuedOn()).isEmpty();
    }

    @Test
    void whoHasNoAddressWaitsAndThenHasTheDayOnWhichTheyBeganToWait() {
        Instant since = world.now;
        world.badge("p", "fedora/packager", "P", "").holds("fedora/packager").email = Optional.empty();
        assertThat(only(world.keep()).waitingFor()).contains(WaitingFor.IDENTITY);
        world.forward(Duration.ofDays(40));
        assertThat(world.keep().isEmpty()).isTrue();
        world.username = "renamed";
        assertThat(world.keep().planned()).as("whatever else changes, it waits since the same day").hasSize(1);
        world.email = Optional.of("ann@example.org");
        PlannedChange award = only(world.keep());
        assertThat(award.state()).isEqualTo(ChangeState.PLANNED);
        assertThat(((Desired.Badge) award.desired()).issuedOn()).contains(since);
        world.forward(Duration.ofDays(400));
        assertThat(world.keep().isEmpty()).as("what was released stays so").isTrue();
    }

    @Test
    void whoWaitedTooLongIsSaidSoAndAwardedOnlyWhenSomebodyApproves() {
        Instant since = world.now;
        world.badge("p", "fedora/packager", "P", "").holds("fedora/packager").email = Optional.empty();
        world.keep();
        world.forward(Duration.ofDays(91));
        assertThat(only(world.keep()).waitingFor()).contains(WaitingFor.EXPIRED);
        assertThat(world.keep().isEmpty()).isTrue();
        world.email = Optional.of("ann@example.org");
        PlannedChange award = only(world.keep());
        assertThat(award.waitingFor()).contains(WaitingFor.APPROVAL);
        assertThat(award.reason()).isEqualTo(Reason.LATE);
        assertThat(((Desired.Badge) award.desired()).issuedOn()).contains(since);
        assertThat(world.keep().isEmpty()).as("it stays held").isTrue();
    }

    @Test
    void whoHasNoRightAnyMoreWaitsForNothingAndBeginsAnewOnReturn() {
        world.badge("p", "fedora/packager", "P", "").holds("fedora/packager").email = Optional.empty();
        world.keep();
        world.forward(Duration.ofDays(91)).holds();
        assertThat(world.keep().superseded()).hasSize(1);
        world.holds("fedora/packager");
        assertThat(only(world.keep()).waitingFor()).contains(WaitingFor.IDENTITY);
    }

    @Test
    void aRemovalThatAJoinCausesIsHeldUntilARuleWasSeenToEarnTheGrantAgain() {
        held(world.badge("p", "fedora/packager", "P", "do: revoke"));
        world.recast(Recast.JOINED).holds();
        PlannedChange removal = only(world.keep());
        assertThat(removal.waitingFor()).contains(WaitingFor.APPROVAL);
        assertThat(removal.reason()).isEqualTo(Reason.RECAST);
        assertThat(world.keep().isEmpty()).isTrue();
        world.holds("fedora/packager");
        assertThat(world.keep().superseded()).hasSize(1);
        world.holds();
        assertThat(only(world.keep()).waitingFor()).as("an ordinary leave").isEmpty();
    }

    @Test
    void scopesThatASplitWouldTakeAreHeld() {
        world.client("c", "fedora/packager", "statements/write", "do: disable").client("d", "reef/divers", "statements/read", "do: disable")
                .holds("fedora/packager", "reef/divers").keep();
        world.push().recast(Recast.SPLIT).holds("fedora/packager");
        assertThat(only(world.keep()).waitingFor()).contains(WaitingFor.APPROVAL);
        assertThat(world.keep().isEmpty()).as("it stays held").isTrue();
    }

    @Test
    void aClientIsFoundUnderTheKeyItWasMadeWithThoughItsAuthorityChanged() {
        world.client("c", "fedora/packager", "statements/write", "do: disable").holds("fedora/packager").keep();
        world.push();
        String key = ((Desired.Client) world.grants.get(0).shown()).key();
        world.username = "renamed";
        PlannedChange update = only(world.keep());
        assertThat(update.kind()).isEqualTo(ChangeKind.UPDATE);
        assertThat(((Desired.Client) update.desired()).key()).isEqualTo(key);
        world.push().holds().keep();
        world.push().holds("fedora/packager");
        assertThat(((Desired.Client) only(world.keep()).desired()).key()).as("the disabled one is enabled again").isEqualTo(key);
    }

    private void held(World rules, String... more) {
        String[] scopes = java.util.stream.Stream.concat(java.util.stream.Stream.of("fedora/packager"), java.util.stream.Stream.of(more)).toArray(String[]::new);
        rules.holds(scopes).keep();
        rules.push();
        assertThat(rules.keep().isEmpty()).isTrue();
    }

    private static PlannedChange only(PersonPlan plan) {
        assertThat(plan.planned()).hasSize(1);
        return plan.planned().get(0);
    }
}
