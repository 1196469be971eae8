package dev.accolade.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.model.ChangeKind;
import dev.accolade.model.ChangeState;
import dev.accolade.model.Desired;
import dev.accolade.model.WaitingFor;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Updates that take scopes from a client are removals of rights. */
class NarrowingTest {

    private static final String DISABLE = "do: disable";

    final World world = new World();

    @Test
    void saysWhichScopesAreTakenFromWhoeverLeft() {
        twoRules().holds("fedora/a");
        PlannedChange update = world.keep().planned().get(0);
        assertThat(update.kind()).isEqualTo(ChangeKind.UPDATE);
        assertThat(update.state()).isEqualTo(ChangeState.PLANNED);
        assertThat(update.evidence()).containsEntry("scopesTaken", "statements/write");
        assertThat(world.keep().planned()).as("the next plan thinks the same").isEmpty();
        assertThat(world.push().keep().planned()).isEmpty();
    }

    @Test
    void scopesThatAChangedRuleTakesWaitForApprovalOverAllPlans() {
        world.client("c", "fedora/a", "state, statements/write", DISABLE).holds("fedora/a").keep();
        world.push().rules.clear();
        world.client("c", "fedora/a", "state", DISABLE);
        assertThat(world.keep().planned()).singleElement().satisfies(update -> {
            assertThat(update.waitingFor()).contains(WaitingFor.APPROVAL);
            assertThat(update.evidence()).containsEntry("scopesTaken", "statements/write");
        });
        assertThat(world.keep().planned()).isEmpty();
    }

    @Test
    void scopesOfARuleThatIsGoneFromTheFileWaitForApproval() {
        twoRules().rules.clear();
        world.client("read", "fedora/a", "state", DISABLE);
        assertThat(world.keep().planned()).singleElement().satisfies(update -> assertThat(update.waitingFor()).contains(WaitingFor.APPROVAL));
    }

    @Test
    void anUpdateThatOnlyAddsTakesNothing() {
        world.client("c", "fedora/a", "state", DISABLE).holds("fedora/a").keep();
        world.push().rules.clear();
        world.client("c", "fedora/a", "state, statements/write", DISABLE);
        assertThat(world.keep().planned()).singleElement().satisfies(update -> {
            assertThat(update.waitingFor()).isEqualTo(Optional.empty());
            assertThat(update.evidence()).doesNotContainKey("scopesTaken");
        });
    }

    @Test
    void whoLeftWhileTheRuleSaidKeepIsTakenFromOnlyWithApprovalOnceItSaysRevoke() {
        world.badge("p", "fedora/packager", "P", "do: keep").holds("fedora/packager").keep();
        world.push().holds().keep();
        world.rules.clear();
        world.badge("p", "fedora/packager", "P", "do: revoke");
        assertThat(world.keep().planned()).singleElement().satisfies(removal -> {
            assertThat(removal.kind()).isEqualTo(ChangeKind.REVOKE);
            assertThat(removal.waitingFor()).contains(WaitingFor.APPROVAL);
        });
    }

    @Test
    void scopesStayForTheGraceOfTheRuleThatEarnedThemAndNewOnesComeAtOnce() {
        world.client("read", "fedora/a", "state", DISABLE).client("write", "reef/b", "statements/write", DISABLE + ", after: P2D").client("more", "reef/c", "profile", DISABLE)
                .holds("fedora/a", "reef/b").keep();
        world.push().holds("fedora/a");
        assertThat(world.keep().planned()).isEmpty();
        world.now = world.now.plus(Duration.ofDays(1));
        assertThat(world.holds("fedora/a", "reef/c").keep().planned()).singleElement().satisfies(update -> {
            assertThat(update.waitingFor()).isEmpty();
            assertThat(update.evidence()).doesNotContainKey("scopesTaken");
            assertThat(((Desired.Client) update.desired()).scopes()).contains("profile", "state", "statements/write");
        });
        world.push();
        world.now = world.now.plus(Duration.ofDays(1));
        assertThat(world.keep().planned()).as("counted from the first plan that saw it").singleElement()
                .satisfies(update -> assertThat(update.evidence()).containsEntry("scopesTaken", "statements/write"));
        world.now = world.now.plus(Duration.ofHours(1));
        assertThat(world.keep().planned()).as("and not anew while it waits for its turn").isEmpty();
        assertThat(world.push().keep().planned()).isEmpty();
    }

    @Test
    void graceOfScopesBeginsAnewOnceTheyWereEarnedAgain() {
        world.client("read", "fedora/a", "state", DISABLE).client("write", "reef/b", "statements/write", DISABLE + ", after: P2D").holds("fedora/a", "reef/b").keep();
        world.push().holds("fedora/a").keep();
        world.now = world.now.plus(Duration.ofDays(1));
        world.holds("fedora/a", "reef/b").keep();
        world.now = world.now.plus(Duration.ofDays(1));
        world.holds("fedora/a").keep();
        world.now = world.now.plus(Duration.ofDays(1));
        assertThat(world.keep().planned()).isEmpty();
        world.now = world.now.plus(Duration.ofDays(1));
        assertThat(world.keep().planned()).hasSize(1);
    }

    @Test
    void whoLeftAltogetherAndReturnsToOneRuleHasTheGraceOfTheOtherFromWhenTheyLeft() {
        world.client("read", "fedora/a", "state", DISABLE + ", after: P5D").client("write", "reef/b", "statements/write", DISABLE + ", after: P2D").holds("fedora/a", "reef/b").keep();
        world.push().holds().keep();
        world.now = world.now.plus(Duration.ofDays(1));
        assertThat(world.holds("fedora/a").keep().planned()).isEmpty();
        world.now = world.now.plus(Duration.ofDays(1));
        assertThat(world.keep().planned()).singleElement().satisfies(update -> assertThat(update.evidence()).containsEntry("scopesTaken", "statements/write"));
    }

    private World twoRules() {
        world.client("read", "fedora/a", "state", DISABLE).client("write", "reef/b", "statements/write", DISABLE).holds("fedora/a", "reef/b").keep();
        return world.push();
    }
}
