package dev.accolade.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.model.ChangeKind;
import dev.accolade.model.ChangeState;
import dev.accolade.model.Desired;
import dev.accolade.model.Reason;
import dev.accolade.model.WaitingFor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTest {

    static final String REVOKE = "do: revoke";
    static final String GRACE = "do: revoke, after: P7D";

    final World world = new World();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        // name | held at first | held then | unreadable | vanished | stopped | what the second plan says
        "newly earned is awarded                                  |                 | fedora/packager |        |                 |       | AWARD PLANNED",
        "what nobody earns is left out                            |                 | fedora/other    |        |                 |       | nothing",
        "nothing is awarded while its source cannot be read       |                 | fedora/packager | fedora |                 |       | nothing",
        "nothing is awarded while its group has vanished          |                 | fedora/packager |        | fedora/packager |       | nothing",
        "nothing is awarded while its badge class is not found    |                 | fedora/packager |        |                 | I / P | nothing",
        "what is still earned is kept                             | fedora/packager | fedora/packager |        |                 |       | kept",
        "what is no longer earned is revoked                      | fedora/packager |                 |        |                 |       | REVOKE PLANNED",
        "what is no longer seen is kept when the source is unread | fedora/packager |                 | fedora |                 |       | kept",
        "what is no longer seen is kept when the group vanished   | fedora/packager |                 |        | fedora/packager |       | kept",
        "nothing is revoked while its badge class is not found    | fedora/packager |                 |        |                 | I / P | kept",
    })
    void plansFromWhatIsKnown(String name, String first, String then, String unreadable, String vanished, String stopped, String expected) {
        world.badge("p", "fedora/packager", "P", REVOKE).holds(words(first)).keep();
        world.push().holds(words(then));
        world.unreadable.addAll(List.of(words(unreadable)));
        world.vanished.addAll(List.of(words(vanished)));
        if (stopped != null) {
            world.stopped.add(stopped);
        }
        assertThat(told(world.plan())).isEqualTo(expected);
    }

    @Test
    void theSamePlanTwicePlansNothing() {
        world.badge("p", "fedora/packager", "P", REVOKE).badge("q", "fedora/qa", "Q", GRACE).client("c", "fedora/packager", "all", "do: disable")
                .holds("fedora/packager", "fedora/qa").keep();
        assertThat(told(world.keep())).isEqualTo("left open");
        world.push();
        assertThat(told(world.keep())).isEqualTo("kept");
        world.holds().keep();
        assertThat(told(world.forward(Duration.ofHours(1)).keep())).isEqualTo("left open");
    }

    @Test
    void twoRulesOnOneLineBothAward() {
        String rule = "{id: p, when: {source: fedora, group: packager}, award: {target: badges, issuer: I, badge: P}}";
        world.rules.add("[" + rule + ", " + rule.replace("id: p", "id: q").replace("badge: P", "badge: Q") + "]");
        assertThat(world.holds("fedora/packager").plan().planned()).hasSize(2);
    }

    @Test
    void waitsUntilTheAddressIsKnownAndThenAwardsOnce() {
        world.email = Optional.empty();
        world.badge("p", "fedora/packager", "P", "").holds("fedora/packager");
        assertThat(world.keep().planned()).singleElement().satisfies(change -> assertThat(change.waitingFor()).contains(WaitingFor.IDENTITY));
        assertThat(told(world.keep())).isEqualTo("left open");
        world.email = Optional.of("ann@example.org");
        PersonPlan plan = world.keep();
        assertThat(plan.superseded()).hasSize(1);
        assertThat(plan.planned()).singleElement().satisfies(change -> assertThat(change.state()).isEqualTo(ChangeState.PLANNED));
        assertThat(world.open).hasSize(1);
    }

    @Test
    void aClientNeedsNoAddress() {
        world.email = Optional.empty();
        world.client("c", "fedora/packager", "all", "").holds("fedora/packager");
        assertThat(told(world.plan())).isEqualTo("AWARD PLANNED");
    }

    @ParameterizedTest(name = "made by us: {0}")
    @CsvSource({"true, REVOKE PLANNED", "false, kept"})
    void adoptsWhatTheTargetHasAndLaterTakesOnlyOurs(boolean ours, String onLeaving) {
        world.badge("p", "fedora/packager", "P", REVOKE).holds("fedora/packager");
        world.holdings.put("id of I / P ann@example.org", new Holding("badges", "id of I / P", "there-already", "ann@example.org", ours));
        PlannedChange adoption = world.keep().planned().get(0);
        assertThat(adoption.kind()).isEqualTo(ChangeKind.ADOPT);
        assertThat(adoption.remoteId()).contains("there-already");
        assertThat(adoption.ours()).isEqualTo(ours);
        assertThat(told(world.push().plan())).isEqualTo("kept");
        assertThat(told(world.holds().plan())).isEqualTo(onLeaving);
    }

    @Test
    void aClientOfSomebodyElseIsNotChangedWhenScopesDiffer() {
        world.client("c", "fedora/packager", "all", "do: disable").holds("fedora/packager").keep();
        world.push();
        world.grants.replaceAll(grant -> new Grant(grant.key(), 1, true, "theirs", false, grant.shown(), grant.earnedBy(), Optional.empty()));
        world.rules.clear();
        world.client("c", "fedora/packager", "xapi/read", "do: disable");
        assertThat(told(world.plan())).isEqualTo("kept");
        assertThat(told(world.holds().plan())).isEqualTo("kept");
    }

    @Test
    void graceIsWaitedForAndThenDueOnce() {
        world.badge("p", "fedora/packager", "P", GRACE).holds("fedora/packager").keep();
        world.push().holds();
        PlannedChange held = world.keep().planned().get(0);
        assertThat(held.waitingFor()).contains(WaitingFor.GRACE);
        assertThat(held.dueAt()).contains(world.now.plus(Duration.ofDays(7)));
        assertThat(told(world.forward(Duration.ofDays(7).minusMillis(1)).keep())).isEqualTo("left open");
        PersonPlan due = world.forward(Duration.ofMillis(1)).keep();
        assertThat(due.due()).hasSize(1);
        assertThat(due.planned()).isEmpty();
        assertThat(world.keep().due()).isEmpty();
        world.push();
        assertThat(world.grants).singleElement().satisfies(grant -> assertThat(grant.live()).isFalse());
        assertThat(told(world.plan())).isEqualTo("nothing");
    }

    @Test
    void whoReturnsWithinTheGraceLosesNothingAndTheNextGraceBeginsAnew() {
        world.badge("p", "fedora/packager", "P", GRACE).holds("fedora/packager").keep();
        world.push().holds().keep();
        PersonPlan back = world.forward(Duration.ofDays(6)).holds("fedora/packager").keep();
        assertThat(back.superseded()).hasSize(1);
        assertThat(told(back)).isEqualTo("kept");
        PlannedChange again = world.forward(Duration.ofDays(6)).holds().keep().planned().get(0);
        assertThat(again.dueAt()).contains(world.now.plus(Duration.ofDays(7)));
    }

    @Test
    void whoBecomesUnknownWithinTheGraceIsNotRevokedWhenItEnds() {
        world.badge("p", "fedora/packager", "P", GRACE).holds("fedora/packager").keep();
        world.push().holds().keep();
        world.unreadable.add("fedora");
        world.forward(Duration.ofDays(30)).keep();
        assertThat(world.open).isEmpty();
        assertThat(told(world.plan())).isEqualTo("kept");
    }

    @Test
    void whoReturnsAfterTheEndGetsANewGeneration() {
        world.badge("p", "fedora/packager", "P", REVOKE).holds("fedora/packager").keep();
        world.push().holds().keep();
        PlannedChange again = world.push().holds("fedora/packager").keep().planned().get(0);
        assertThat(again.kind()).isEqualTo(ChangeKind.AWARD);
        assertThat(again.generation()).isEqualTo(2);
        assertThat(again.reason()).isEqualTo(Reason.RETURNED);
        assertThat(told(world.push().plan())).isEqualTo("kept");
    }

    @Test
    void keepsForGoodWhatARuleSaysToKeep() {
        world.badge("p", "fedora/packager", "P", "do: keep").holds("fedora/packager").keep();
        world.push().holds();
        assertThat(told(world.keep())).isEqualTo("kept");
        assertThat(told(world.forward(Duration.ofDays(400)).keep())).isEqualTo("kept");
    }

    @Test
    void scopesOfSeveralRulesAreJoinedAndFollowWhatIsEarned() {
        world.client("read", "fedora/a", "statements/read/mine", "do: disable").client("write", "reef/b", "statements/write, statements/read/mine", "do: disable").holds("fedora/a", "reef/b");
        PlannedChange award = world.keep().planned().get(0);
        assertThat(((Desired.Client) award.desired()).scopes()).containsExactly("statements/read/mine", "statements/write");
        assertThat(award.earnedBy()).containsOnlyKeys("read", "write");
        world.push().holds("fedora/a");
        PlannedChange update = world.keep().planned().get(0);
        assertThat(update.kind()).isEqualTo(ChangeKind.UPDATE);
        assertThat(((Desired.Client) update.desired()).scopes()).containsExactly("statements/read/mine");
        assertThat(told(world.push().plan())).isEqualTo("kept");
        assertThat(told(world.holds().plan())).isEqualTo("REVOKE PLANNED");
    }

    @Test
    void scopesOfARuleNobodyCanJudgeStay() {
        world.client("read", "fedora/a", "statements/read/mine", "do: disable").client("write", "reef/b", "statements/write", "do: disable").holds("fedora/a", "reef/b").keep();
        world.push().holds("fedora/a").unreadable.add("reef");
        assertThat(told(world.keep())).isEqualTo("kept");
        world.unreadable.clear();
        assertThat(told(world.keep())).isEqualTo("UPDATE PLANNED");
    }

    @Test
    void scopesOfARuleThatSaysKeepStay() {
        world.client("read", "fedora/a", "statements/read/mine", "do: disable").client("write", "reef/b", "statements/write", "do: keep").holds("fedora/a", "reef/b").keep();
        world.push();
        assertThat(told(world.holds("fedora/a").keep())).isEqualTo("kept");
        assertThat(told(world.holds().keep())).isEqualTo("kept");
    }

    @Test
    void aBadgeOfTwoRulesStandsWhileOneOfThemHolds() {
        world.badge("p", "fedora/packager", "P", REVOKE).badge("q", "reef/divers", "P", REVOKE).holds("fedora/packager", "reef/divers").keep();
        world.push();
        assertThat(told(world.holds("reef/divers").keep())).isEqualTo("kept");
        assertThat(told(world.holds("fedora/packager").keep())).isEqualTo("kept");
        assertThat(told(world.holds().keep())).isEqualTo("REVOKE PLANNED");
    }

    @Test
    void aBadgeOfTwoRulesStandsWhileOneOfThemCannotBeJudgedThoughTheOtherStillHeldAfterwards() {
        world.badge("p", "fedora/packager", "P", REVOKE).badge("q", "reef/divers", "P", REVOKE).holds("fedora/packager", "reef/divers").keep();
        world.push().unreadable.add("reef");
        world.keep();
        world.holds("reef/divers");
        assertThat(told(world.keep())).as("the divers were never read again").isEqualTo("kept");
        world.unreadable.clear();
        assertThat(told(world.holds().keep())).isEqualTo("REVOKE PLANNED");
    }

    @ParameterizedTest(name = "the rule {0}")
    @CsvSource({"is removed", "asks for another group", "awards another badge", "moves to another target"})
    void aRemovalThatAChangedRuleCausesWaitsForApproval(String how) {
        world.badge("p", "fedora/packager", "P", REVOKE).holds("fedora/packager").keep();
        world.push();
        world.rules.clear();
        switch (how) {
            case "asks for another group" -> world.badge("p", "fedora/other", "P", REVOKE);
            case "awards another badge" -> world.badge("p", "fedora/packager", "Other", REVOKE);
            case "moves to another target" -> world.client("p", "fedora/packager", "all", "do: disable");
            default -> assertThat(world.rules).isEmpty();
        }
        PlannedChange removal = world.keep().planned().stream().filter(change -> change.kind() == ChangeKind.REVOKE).findFirst().orElseThrow();
        assertThat(removal.waitingFor()).contains(WaitingFor.APPROVAL);
        assertThat(removal.reason()).isEqualTo(Reason.RULE_CHANGED);
    }

    @Test
    void aRuleThatChangesDuringTheGraceMakesTheRemovalWaitForApproval() {
        world.badge("p", "fedora/packager", "P", GRACE).holds("fedora/packager").keep();
        world.push().holds().keep();
        world.rules.clear();
        world.badge("p", "fedora/other", "P", GRACE);
        world.keep();
        world.forward(Duration.ofDays(8)).keep();
        assertThat(world.open.values()).singleElement().satisfies(change -> assertThat(change.waitingFor()).contains(WaitingFor.APPROVAL));
    }

    @Test
    void aGraceThatIsMadeLongerHoldsBackWhatWasDue() {
        world.badge("p", "fedora/packager", "P", REVOKE).holds("fedora/packager").keep();
        world.push().holds().keep();
        world.openBecomes(ChangeState.WAITING, Optional.of(WaitingFor.LIMIT), false);
        world.rules.clear();
        world.badge("p", "fedora/packager", "P", GRACE);
        world.keep();
        assertThat(world.open.values()).singleElement().satisfies(change -> assertThat(change.waitingFor()).contains(WaitingFor.GRACE));
    }

    @Test
    void aChangeHeldByALimitStaysTheSame() {
        world.badge("p", "fedora/packager", "P", REVOKE).holds("fedora/packager").keep();
        world.openBecomes(ChangeState.WAITING, Optional.of(WaitingFor.LIMIT), false);
        assertThat(told(world.keep())).isEqualTo("left open");
    }

    @ParameterizedTest
    @EnumSource(value = ChangeState.class, names = {"CLAIMED", "UNKNOWN"})
    void aChangeThatMayBeUnderWayIsLeftAlone(ChangeState state) {
        world.badge("p", "fedora/packager", "P", REVOKE).holds("fedora/packager").keep();
        world.openBecomes(state, Optional.empty(), true);
        world.email = Optional.of("ann@elsewhere.example.org");
        assertThat(told(world.plan())).isEqualTo("left open");
        assertThat(told(world.holds().plan())).isEqualTo("left open");
    }

    @Test
    void aRefusedChangeStaysUntilItIsWantedNoMore() {
        world.badge("p", "fedora/packager", "P", REVOKE).holds("fedora/packager").keep();
        world.openBecomes(ChangeState.REFUSED, Optional.empty(), false);
        assertThat(told(world.keep())).isEqualTo("left open");
        assertThat(world.holds().keep().superseded()).hasSize(1);
    }

    @Test
    void aRefusedChangeThatMayHaveHadAnEffectIsNotForgotten() {
        world.badge("p", "fedora/packager", "P", REVOKE).holds("fedora/packager").keep();
        world.openBecomes(ChangeState.REFUSED, Optional.empty(), true);
        assertThat(told(world.holds().plan())).isEqualTo("left open");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDroppedChangeStaysOutWhileItWouldBeTheSame(boolean lookFirst) {
        world.badge("p", "fedora/packager", "P", REVOKE).holds("fedora/packager").keep();
        world.openBecomes(ChangeState.DROPPED, Optional.empty(), lookFirst);
        assertThat(told(world.keep())).isEqualTo("nothing");
        assertThat(told(world.forward(Duration.ofDays(30)).keep())).isEqualTo("nothing");
        world.email = Optional.of("ann@elsewhere.example.org");
        assertThat(told(world.keep())).as("it would go to another address").isEqualTo("AWARD PLANNED");
    }

    @Test
    void aDroppedChangeIsPlannedAgainWhenItsRuleChanges() {
        world.badge("p", "fedora/packager", "P", REVOKE).holds("fedora/packager").keep();
        world.openBecomes(ChangeState.DROPPED, Optional.empty(), false);
        world.badge("q", "fedora/packager", "P", REVOKE);
        assertThat(told(world.keep())).isEqualTo("AWARD PLANNED");
    }

    @Test
    void aDroppedChangeIsForgottenOnceItIsWantedNoMore() {
        world.badge("p", "fedora/packager", "P", REVOKE).holds("fedora/packager").keep();
        world.openBecomes(ChangeState.DROPPED, Optional.empty(), false);
        assertThat(world.holds().keep().superseded()).hasSize(1);
        assertThat(told(world.holds("fedora/packager").keep())).isEqualTo("AWARD PLANNED");
    }

    @Test
    void evidenceStaysTheSameWhenOnlyTimePasses() {
        world.badge("p", "fedora/packager", "P", REVOKE).holds("fedora/packager").keep();
        world.push().holds();
        PlannedChange first = world.keep().planned().get(0);
        world.open.clear();
        assertThat(world.forward(Duration.ofDays(3)).plan().planned().get(0).evidence()).isEqualTo(first.evidence());
    }

    static String told(PersonPlan plan) {
        return plan.planned().stream().findFirst().map(change -> change.kind() + " " + change.state())
                .orElse(plan.leftOpen() > 0 ? "left open" : plan.kept() > 0 ? "kept" : "nothing");
    }

    private static String[] words(String text) {
        return text == null ? new String[0] : text.split(" ");
    }
}
