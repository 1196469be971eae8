package dev.accolade.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.model.ChangeKind;
import dev.accolade.model.ChangeState;
import dev.accolade.model.WaitingFor;
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

    private World twoRules() {
        world.client("read", "fedora/a", "state", DISABLE).client("write", "reef/b", "statements/write", DISABLE).holds("fedora/a", "reef/b").keep();
        return world.push();
    }
}
