package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.ledger.view.DriftRows;
import dev.accolade.ledger.view.OnTarget;
import dev.accolade.sandbox.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Badgr that was in use before: ours, theirs, there twice, earned by nobody. */
class StraysTest extends TouchedByOthers {

    private static final String RULES = """
            version: 1
            rules:
              - id: packager
                when: {source: fedora, group: packager}
                award: {target: badges, issuer: Fedora Project, badge: Packager}
                on-leave: {do: revoke}
            """;

    String packager;

    StraysTest() {
        super(RULES, "packager");
    }

    @BeforeEach
    void find() {
        packager = others.badgeClass("Packager");
    }

    @Test
    void theFirstPlanSortsWhatIsThereBeforeAnythingIsAwarded() {
        String ours = others.awardAsAccolade(packager, MAIL);
        others.awardAsAccolade(packager, MAIL);
        others.award(packager, MAIL);
        others.awardAsAccolade(packager, "nobody@example.org");
        others.award(packager, "stranger@example.org");
        try (Accolade accolade = world.start(clock)) {
            accolade.pullAll();
            accolade.reconcile();
            assertThat(onTarget(accolade)).isEqualTo(new OnTarget("badges", packager, "Fedora Project / Packager", 3, 2, 3, 2, 1, 0));
            assertThat(others.assertions(packager)).as("nothing was awarded").hasSize(5);
            accolade.push();
            assertThat(others.liveOf(packager, MAIL)).as("one was adopted, none made").hasSize(3).contains(ours);
        }
    }

    @Test
    void whatSomebodyElseGaveWhileOurAttemptCameToNothingStaysTheirs() {
        String late = "late@example.org";
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            world.control("POST", "fas/people", "{\"username\":\"late\",\"human_name\":\"Late Comer\",\"email\":\"" + late + "\"}");
            world.control("PUT", "fas/groups/packager/members/late", "{\"role\":\"user\"}");
            world.sandbox.faults().add(Fault.of("badgr", Fault.Kind.RESET_BEFORE).onMethod("POST").onPath("/assertions$").times(1));
            World.sync(accolade);
            assertThat(LostAnswerTest.states(accolade)).contains("UNKNOWN");
            String theirs = others.award(packager, late);
            clock.forward(Duration.ofMinutes(10));
            accolade.push();
            assertThat(others.liveOf(packager, late)).as("it was looked up, and nothing was made beside it").containsExactly(theirs);

            world.control("DELETE", "fas/groups/packager/members/late", "");
            for (int turn = 0; turn < 3; turn++) {
                clock.forward(Duration.ofMinutes(30));
                World.sync(accolade);
            }
            assertThat(others.liveOf(packager, late)).as("not ours to take").containsExactly(theirs);
        }
    }

    @Test
    void theYoungerOfTwoOfOursGoesWhenAskedAndTheOlderStandsForTheGrant() {
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            String first = others.live(packager, MAIL);
            String second = others.awardAsAccolade(packager, MAIL);
            verify(accolade);
            assertThat(DriftTest.open(accolade)).singleElement().asString().startsWith("DUPLICATE").contains(first, "by us, the other by us");
            accolade.push();
            assertThat(others.liveOf(packager, MAIL)).as("reported only").containsExactlyInAnyOrder(first, second);
            heal(accolade);
            assertThat(others.liveOf(packager, MAIL)).containsExactly(first);
            assertThat(DriftTest.open(accolade)).isEmpty();
            verify(accolade);
            assertThat(DriftTest.open(accolade)).isEmpty();
            assertThat(World.sync(accolade).isEmpty()).isTrue();
        }
    }

    @Test
    void whereTheLedgerHasTheYoungerTheOlderTakesItsPlace() {
        String older = others.awardAsAccolade(packager, MAIL);
        String younger = others.awardAsAccolade(packager, MAIL);
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            clock.forward(Duration.ofMinutes(1));
            accolade.ledger().database().change(handle -> {
                handle.execute("update grants set remote_id = ? where remote_id in (?, ?) and state = 'LIVE'", younger, older, younger);
            });
            verify(accolade);
            heal(accolade);
            assertThat(others.liveOf(packager, MAIL)).containsExactly(older);
            world.control("DELETE", "fas/groups/packager/members/newcomer", "");
            leave(accolade);
            assertThat(others.liveOf(packager, MAIL)).as("the grant is about the older").isEmpty();
        }
    }

    @Test
    void whatOthersMadeIsTheSameAfterHealingLeavingAndRevoking() {
        String theirs = others.award(packager, MAIL);
        others.award(packager, "stranger@example.org");
        others.award(packager, "stranger@example.org");
        world.rules(RULES + "    on-drift: heal\n");
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            others.awardAsAccolade(packager, MAIL);
            others.awardAsAccolade(packager, "stranger@example.org");
            Map<String, JsonNode> before = theirs();
            assertThat(before).hasSize(3);
            verify(accolade);
            heal(accolade);
            world.control("DELETE", "fas/groups/packager/members/newcomer", "");
            leave(accolade);
            verify(accolade);
            heal(accolade);
            assertThat(theirs()).isEqualTo(before);
            assertThat(before.get(theirs).path("revoked").asBoolean()).isFalse();
        }
    }

    @Test
    void anOrphanIsTakenAwayOnlyWhenAskedAndOnlyIfSurelyNobodyHasEarnedIt() {
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            others.awardAsAccolade(packager, "nobody@example.org");
            int badges = world.liveBadges();
            verify(accolade);
            assertThat(DriftTest.open(accolade)).containsExactly("ORPHAN {}");
            World.sync(accolade);
            assertThat(world.liveBadges()).isEqualTo(badges);
            heal(accolade);
            assertThat(world.liveBadges()).isEqualTo(badges - 1);
            assertThat(DriftTest.open(accolade)).isEmpty();
            assertThat(others.assertions(packager).values().stream().filter(one -> one.path("revoked").asBoolean()).map(one -> one.path("revocationReason").asText())).containsExactly("Not earned");
        }
    }

    @Test
    void nothingIsAnOrphanForSureWhileTheSourceWasNotReadOrARuleKeeps() {
        others.awardAsAccolade(packager, "nobody@example.org");
        try (Accolade accolade = world.start(clock)) {
            accolade.reconcile();
            heal(accolade);
            assertThat(world.liveBadges()).as("nobody was read").isEqualTo(1);
            world.rules(RULES.replace("do: revoke", "do: keep"));
        }
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            int badges = world.liveBadges();
            verify(accolade);
            heal(accolade);
            assertThat(world.liveBadges()).as("who left keeps it").isEqualTo(badges);
            assertThat(DriftTest.open(accolade)).containsExactly("ORPHAN {}");
        }
    }

    @Test
    void aRuleThatHealsTakesAnOrphanAwayOnceWhoLeftWouldHaveLostItToo() {
        world.rules(RULES.replace("do: revoke", "do: revoke, after: P7D") + "    on-drift: heal\n");
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            others.awardAsAccolade(packager, "nobody@example.org");
            int badges = world.liveBadges();
            verify(accolade);
            accolade.push();
            assertThat(world.liveBadges()).isEqualTo(badges);
            clock.forward(Duration.ofDays(8));
            World.sync(accolade);
            verify(accolade);
            accolade.push();
            assertThat(world.liveBadges()).isEqualTo(badges - 1);
        }
    }

    @Test
    void orphansAndDuplicatesGoWithinTheLimits() {
        world.settings.put("target.badges.removals-per-day", "2");
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            for (int i = 0; i < 4; i++) {
                others.awardAsAccolade(packager, "nobody" + i + "@example.org");
            }
            int badges = world.liveBadges();
            verify(accolade);
            heal(accolade);
            assertThat(world.liveBadges()).isEqualTo(badges - 2);
            assertThat(DriftTest.waiting(accolade)).containsExactly("REVOKE WAITING LIMIT 1", "REVOKE WAITING LIMIT 1");
            clock.forward(Duration.ofDays(1).plusMinutes(1));
            accolade.push();
            assertThat(world.liveBadges()).isEqualTo(badges - 4);
        }
    }

    @Test
    void aLostLedgerAdoptsOursAndTheirsAndKnowsDuplicatesAndOrphansAgain() {
        others.award(packager, "stranger@example.org");
        String twice;
        int badges;
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            twice = others.awardAsAccolade(packager, MAIL);
            others.awardAsAccolade(packager, "nobody@example.org");
            badges = world.liveBadges();
        }
        world.settings.put("accolade.ledger", folder.resolve("new-ledger.db").toString());
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            assertThat(MainJobTest.done(accolade)).containsOnlyKeys("ADOPT");
            assertThat(world.liveBadges()).isEqualTo(badges);
            verify(accolade);
            assertThat(onTarget(accolade)).satisfies(found -> {
                assertThat(found.duplicates()).isEqualTo(1);
                assertThat(found.orphans()).isEqualTo(1);
                assertThat(found.theirs()).isEqualTo(1);
            });
            heal(accolade);
            assertThat(world.liveBadges()).isEqualTo(badges - 2);
            assertThat(others.assertions(packager).get(twice).path("revoked").asBoolean()).as("the younger").isTrue();
            world.control("DELETE", "fas/groups/packager/members/newcomer", "");
            leave(accolade);
            assertThat(others.liveOf(packager, MAIL)).as("what was adopted goes with its person").isEmpty();
            assertThat(world.duplicateBadges()).isZero();
        }
    }

    private Map<String, JsonNode> theirs() {
        JsonNode us = others.assertions(packager).values().stream().filter(one -> !one.path("narrative").asText().equals("by hand")).findFirst().orElseThrow().path("createdBy");
        Map<String, JsonNode> theirs = new TreeMap<>(others.assertions(packager));
        theirs.values().removeIf(one -> one.path("createdBy").equals(us));
        return theirs;
    }

    private OnTarget onTarget(Accolade accolade) {
        List<OnTarget> all = new DriftRows(accolade.ledger().database()).onTargets();
        return all.stream().filter(one -> one.objectId().equals(packager)).findFirst().orElseThrow();
    }

    private void leave(Accolade accolade) {
        for (int reads = 0; reads < 2; reads++) {
            clock.forward(Duration.ofMinutes(11));
            World.sync(accolade);
        }
    }

    private void verify(Accolade accolade) {
        clock.forward(Duration.ofMinutes(1));
        accolade.verify("badges", "schedule");
        accolade.reconcile();
    }

    private static void heal(Accolade accolade) {
        accolade.ledger().drifts().heal(List.of("badges"), "Ada");
        accolade.reconcile();
        accolade.push();
    }
}
