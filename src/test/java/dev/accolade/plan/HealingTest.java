package dev.accolade.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.model.ChangeKind;
import dev.accolade.model.ChangeState;
import dev.accolade.model.DriftKind;
import dev.accolade.model.Reason;
import dev.accolade.model.WaitingFor;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HealingTest {

    private static final String REVOKE = "do: revoke";

    private final World world = new World();

    @ParameterizedTest
    @EnumSource(value = DriftKind.class, names = {"DELETED", "REVOKED", "EXPIRED"})
    void whatWasLostIsAwardedAnewOnlyWhenSomebodySaysSo(DriftKind kind) {
        lost(kind, Optional.empty(), false);
        PlannedChange held = world.keep().planned().get(0);
        assertThat(held.kind()).isEqualTo(ChangeKind.AWARD);
        assertThat(held.generation()).isEqualTo(2);
        assertThat(held.reason()).isEqualTo(Reason.DRIFTED);
        assertThat(held.waitingFor()).contains(WaitingFor.DRIFT);
        assertThat(held.evidence()).containsEntry("drift", kind.sentence()).containsEntry("drift.said", "why").doesNotContainKey("drift.healBy");
        assertThat(world.plan().planned()).as("and is planned once").isEmpty();

        world.drifted = Optional.of(new Drifted(kind, Optional.of("Ada"), false, Map.of("said", "why")));
        PersonPlan plan = world.keep();
        assertThat(plan.superseded()).hasSize(1);
        assertThat(plan.planned()).singleElement().satisfies(change -> {
            assertThat(change.state()).isEqualTo(ChangeState.PLANNED);
            assertThat(change.evidence()).containsEntry("drift.healBy", "Ada");
        });
    }

    @Test
    void aRuleThatHealsNeedsNobody() {
        world.rules.add("- {id: p, when: {source: fedora, group: packager}, award: {target: badges, issuer: I, badge: P}, on-drift: heal}");
        world.holds("fedora/packager").keep();
        world.push();
        end(DriftKind.REVOKED, Optional.empty(), false);
        assertThat(world.plan().planned()).singleElement().satisfies(change -> {
            assertThat(change.state()).isEqualTo(ChangeState.PLANNED);
            assertThat(change.evidence()).containsEntry("drift.healBy", "on-drift");
        });
    }

    @Test
    void whatIsAcceptedIsNotEvenHeld() {
        lost(DriftKind.REVOKED, Optional.empty(), true);
        assertThat(world.plan().planned()).isEmpty();
    }

    @Test
    void whoHasNotEarnedItAnyMoreIsAwardedNothing() {
        lost(DriftKind.DELETED, Optional.of("Ada"), false);
        assertThat(world.holds().plan().planned()).isEmpty();
    }

    @Test
    void whatIsThereInsteadIsEnteredWithoutAWord() {
        lost(DriftKind.REVOKED, Optional.empty(), false);
        world.holdings.put("id of I / P ann@example.org", new Holding("badges", "id of I / P", "other", "ann@example.org", false));
        assertThat(world.plan().planned()).singleElement().satisfies(change -> assertThat(change.kind()).isEqualTo(ChangeKind.ADOPT));
    }

    @Test
    void anAlteredBadgeIsPutBackAsItWasAwarded() {
        world.badge("p", "fedora/packager", "P", REVOKE).holds("fedora/packager").keep();
        world.push();
        world.email = Optional.of("new@example.org");
        world.drifted = Optional.of(new Drifted(DriftKind.ALTERED, Optional.of("Ada"), false, Map.of("differs", "narrative")));
        assertThat(world.plan().planned()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(ChangeKind.UPDATE);
            assertThat(change.state()).isEqualTo(ChangeState.PLANNED);
            assertThat(change.desired().addressee()).contains("ann@example.org");
        });
    }

    @Test
    void anAlteredClientWaitsAlsoIfARuleWantsItOtherwiseNow() {
        world.client("c", "fedora/packager", "all", "do: disable").holds("fedora/packager").keep();
        world.push();
        world.drifted = Optional.of(new Drifted(DriftKind.ALTERED, Optional.empty(), false, Map.of("differs", "title")));
        assertThat(world.plan().planned()).singleElement().satisfies(change -> assertThat(change.waitingFor()).contains(WaitingFor.DRIFT));
        world.username = "anna";
        assertThat(world.plan().planned()).singleElement().satisfies(change -> assertThat(change.waitingFor()).contains(WaitingFor.DRIFT));
    }

    @Test
    void aLossOfAnEarlierGrantDoesNotTouchALiveOne() {
        world.badge("p", "fedora/packager", "P", REVOKE).holds("fedora/packager").keep();
        world.push();
        world.drifted = Optional.of(new Drifted(DriftKind.REVOKED, Optional.of("Ada"), false, Map.of()));
        assertThat(world.plan().planned()).isEmpty();
    }

    @Test
    void whatOthersMadeIsNotPutBack() {
        world.badge("p", "fedora/packager", "P", REVOKE).holds("fedora/packager");
        world.holdings.put("id of I / P ann@example.org", new Holding("badges", "id of I / P", "theirs", "ann@example.org", false));
        world.keep();
        world.push();
        world.drifted = Optional.of(new Drifted(DriftKind.ALTERED, Optional.of("Ada"), false, Map.of()));
        assertThat(world.plan().planned()).isEmpty();
    }

    private void lost(DriftKind kind, Optional<String> healBy, boolean accepted) {
        world.badge("p", "fedora/packager", "P", REVOKE).holds("fedora/packager").keep();
        world.push();
        end(kind, healBy, accepted);
    }

    private void end(DriftKind kind, Optional<String> healBy, boolean accepted) {
        world.grants.replaceAll(grant -> new Grant(grant.key(), grant.generation(), false, grant.remoteId(), grant.ours(), grant.shown(), grant.earnedBy(), grant.leftSince()));
        world.drifted = Optional.of(new Drifted(kind, healBy, accepted, Map.of("said", "why")));
    }
}
