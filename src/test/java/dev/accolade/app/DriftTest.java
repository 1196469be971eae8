package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.sandbox.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody else does on Badgr to what Accolade awarded. */
class DriftTest extends TouchedByOthers {

    private static final String RULES = """
            version: 1
            rules:
              - id: packager
                when: {source: fedora, group: packager}
                award: {target: badges, issuer: Fedora Project, badge: Packager, narrative: "Member of ${scope.name}", evidence: ["https://accounts.example.org/group/${scope.name}"]}
                on-leave: {do: revoke}
            """;

    String packager;

    DriftTest() {
        super(RULES, "packager");
    }

    @BeforeEach
    void find() {
        packager = others.badgeClass("Packager");
    }

    @Test
    void findsNothingWhereNothingWasChanged() {
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            verify(accolade);
            assertThat(open(accolade)).isEmpty();
            assertThat(accolade.reconcile().isEmpty()).isTrue();
        }
    }

    @Test
    void whatSomebodyRevokedEndsAndIsNotMadeAgainUntilAnOperatorSaysSo() {
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            int badges = world.liveBadges();
            others.revoke(others.live(packager, MAIL), "broke the rules");
            verify(accolade);
            assertThat(open(accolade)).containsExactly("REVOKED {\"said\":\"broke the rules\"}");
            for (int again = 0; again < 2; again++) {
                World.sync(accolade);
                verify(accolade);
            }
            assertThat(world.liveBadges()).isEqualTo(badges - 1);
            assertThat(waiting(accolade)).containsExactly("AWARD WAITING DRIFT 2");

            assertThat(accolade.ledger().drifts().heal(List.of("badges"), "Ada")).isEqualTo(1);
            accolade.reconcile();
            accolade.push();
            assertThat(world.liveBadges()).isEqualTo(badges);
            assertThat(open(accolade)).isEmpty();
            verify(accolade);
            assertThat(open(accolade)).isEmpty();
            assertThat(World.sync(accolade).isEmpty()).isTrue();
            assertThat(world.duplicateBadges()).isZero();
        }
    }

    @Test
    void approvingEverythingThatIsHeldDoesNotUndoWhatSomebodyRevoked() {
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            others.revoke(others.live(packager, MAIL), "broke the rules");
            verify(accolade);
            assertThat(accolade.ledger().approvals().held()).isEmpty();
            long change = accolade.ledger().database().read(handle -> handle.createQuery("select id from change where waiting_for = 'DRIFT'").mapTo(Long.class).one());
            assertThat(accolade.ledger().approvals().approve(List.of(change), "Ada", clock.instant().plus(Duration.ofHours(1)))).as("but by its number").containsExactly(change);
            int badges = world.liveBadges();
            accolade.push();
            assertThat(world.liveBadges()).isEqualTo(badges + 1);
            assertThat(open(accolade)).isEmpty();
        }
    }

    @Test
    void whatAnOperatorAcceptsIsNeitherAwardedNorSaidAgain() {
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            int badges = world.liveBadges();
            others.revoke(others.live(packager, MAIL), "broke the rules");
            verify(accolade);
            long finding = accolade.ledger().database().read(handle -> handle.createQuery("select id from drift").mapTo(Long.class).one());
            assertThat(accolade.ledger().drifts().accept(List.of(finding), "Ada")).containsExactly(finding);
            World.sync(accolade);
            assertThat(waiting(accolade)).isEmpty();
            assertThat(accolade.ledger().drifts().heal(List.of("badges"), "Ada")).as("accepted is not open").isZero();
            verify(accolade);
            World.sync(accolade);
            assertThat(world.liveBadges()).isEqualTo(badges - 1);
            assertThat(open(accolade)).isEmpty();
        }
    }

    @Test
    void aRuleThatHealsAwardsAgainWhatSomebodyRevokedOrDeleted() {
        world.rules(RULES + "    on-drift: heal\n");
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            int badges = world.liveBadges();
            others.revoke(others.live(packager, MAIL), "a mistake");
            others.assertions(packager).values().stream().filter(one -> !one.path("revoked").asBoolean()).limit(3)
                    .forEach(one -> world.control("DELETE", "badgr/assertions/" + one.path("entityId").asText(), ""));
            assertThat(world.liveBadges()).isEqualTo(badges - 4);
            verify(accolade);
            accolade.push();
            assertThat(world.liveBadges()).isEqualTo(badges);
            assertThat(open(accolade)).isEmpty();
            assertThat(history(accolade)).containsEntry("DRIFTED", 4L).containsEntry("HEALED", 4L);
            assertThat(world.duplicateBadges()).isZero();
        }
    }

    @Test
    void aBadgeThatAListLacksIsOnlyGoneIfALookForItDoesNotFindItEither() {
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            int listed = others.assertions(packager).size();
            String page = "{\"status\":{\"success\":true,\"description\":\"ok\"},\"result\":[]}";
            world.sandbox.faults().add(Fault.of("badgr", Fault.Kind.STATUS).onMethod("GET").onPath("/badgeclasses/" + packager + "/assertions$").withStatus(200).withBody(page).times(1));
            verify(accolade);
            assertThat(open(accolade)).as("the list was empty, each look found it").isEmpty();
            int unsure = accolade.ledger().database().read(handle -> handle.createQuery("select unsure from inspection where object_id = ?").bind(0, packager).mapTo(Integer.class).one());
            assertThat(unsure).isEqualTo(listed);
        }
    }

    @Test
    void aListThatBreaksOffTellsNothing() {
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            others.revoke(others.live(packager, MAIL), "broke the rules");
            for (int status : List.of(404, 403, 500, 503)) {
                world.sandbox.faults().add(Fault.of("badgr", Fault.Kind.STATUS).onMethod("GET").onPath("/badgeclasses/" + packager + "/assertions$").withStatus(status).times(1));
                verify(accolade);
                assertThat(open(accolade)).isEmpty();
            }
            verify(accolade);
            assertThat(open(accolade)).hasSize(1);
        }
    }

    @Test
    void aLookThatFailsLeavesWhatAListLackedAsItWas() {
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            world.control("DELETE", "badgr/assertions/" + others.live(packager, MAIL), "");
            world.sandbox.faults().add(Fault.of("badgr", Fault.Kind.STATUS).onMethod("GET").onPath("/badgeclasses/" + packager + "/assertions$").withStatus(503).after(1).times(1));
            verify(accolade);
            assertThat(open(accolade)).isEmpty();
            verify(accolade);
            assertThat(open(accolade)).containsExactly("DELETED {}");
        }
    }

    @Test
    void whatSomebodyAlteredIsSaidAndPutBackWhenAsked() {
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            String badge = others.live(packager, MAIL);
            JsonNode before = others.assertions(packager).get(badge);
            others.change(badge, "{\"narrative\":\"is a bad packager\",\"evidence\":[{\"url\":\"https://example.org/else\"}]}");
            verify(accolade);
            assertThat(open(accolade)).containsExactly("ALTERED {\"differs\":\"evidence, narrative\"}");
            assertThat(waiting(accolade)).containsExactly("UPDATE WAITING DRIFT 1");
            accolade.push();
            assertThat(others.assertions(packager).get(badge).path("narrative").asText()).isEqualTo("is a bad packager");
            accolade.ledger().drifts().heal(List.of("badges"), "Ada");
            accolade.reconcile();
            accolade.push();
            JsonNode after = others.assertions(packager).get(badge);
            assertThat(after.path("narrative")).isEqualTo(before.path("narrative"));
            assertThat(after.path("evidence")).isEqualTo(before.path("evidence"));
            assertThat(after.path("recipient").path("plaintextIdentity").asText()).isEqualTo(MAIL);
            assertThat(open(accolade)).isEmpty();
            verify(accolade);
            assertThat(open(accolade)).isEmpty();
        }
    }

    @Test
    void aBadgeThatWasGivenToSomebodyElseIsAltered() {
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            String badge = others.live(packager, MAIL);
            others.change(badge, "{\"recipient\":{\"identity\":\"thief@example.org\",\"type\":\"email\"}}");
            verify(accolade);
            assertThat(open(accolade)).containsExactly("ALTERED {\"differs\":\"recipient\"}");
            others.change(badge, "{\"recipient\":{\"identity\":\"Newcomer@Example.org\",\"type\":\"email\"}}");
            verify(accolade);
            assertThat(open(accolade)).as("an e-mail's case is no difference").isEmpty();
            assertThat(waiting(accolade)).isEmpty();
        }
    }

    @Test
    void aBadgeThatSomebodyLetExpireIsFound() {
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            others.change(others.live(packager, MAIL), "{\"expires\":\"2020-01-01T00:00:00Z\"}");
            verify(accolade);
            assertThat(open(accolade)).containsExactly("EXPIRED {}");
            accolade.ledger().drifts().heal(List.of("badges"), "Ada");
            int badges = world.liveBadges();
            accolade.reconcile();
            accolade.push();
            assertThat(world.liveBadges()).isEqualTo(badges + 1);
        }
    }

    @Test
    void whoLostItAndLeavesAndComesBackStillWaitsForAnOperator() {
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            int badges = world.liveBadges();
            others.revoke(others.live(packager, MAIL), "broke the rules");
            verify(accolade);
            world.control("DELETE", "fas/groups/packager/members/newcomer", "");
            for (int reads = 0; reads < 2; reads++) {
                clock.forward(Duration.ofMinutes(11));
                World.sync(accolade);
            }
            assertThat(waiting(accolade)).isEmpty();
            world.control("PUT", "fas/groups/packager/members/newcomer", "{\"role\":\"user\"}");
            World.sync(accolade);
            assertThat(waiting(accolade)).containsExactly("AWARD WAITING DRIFT 2");
            assertThat(world.liveBadges()).isEqualTo(badges - 1);
        }
    }

    @Test
    void whatSomebodyElseAwardsInsteadIsEnteredAsTheirs() {
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            int badges = world.liveBadges();
            others.revoke(others.live(packager, MAIL), "to be made anew by hand");
            String theirs = others.award(packager, MAIL);
            verify(accolade);
            accolade.push();
            assertThat(open(accolade)).isEmpty();
            assertThat(world.liveBadges()).isEqualTo(badges);
            int ours = accolade.ledger().database().read(handle -> handle.createQuery("select ours from grants where remote_id = ? and state = 'LIVE'").bind(0, theirs).mapTo(Integer.class).one());
            assertThat(ours).isZero();
        }
    }

    /** As the schedule does, a while after whatever was before. */
    private void verify(Accolade accolade) {
        clock.forward(Duration.ofMinutes(1));
        accolade.verify("badges", "schedule");
        accolade.reconcile();
    }

    static List<String> open(Accolade accolade) {
        return accolade.ledger().database().read(handle -> handle.createQuery("select kind || ' ' || facts_json from drift where state = 'OPEN' order by 1").mapTo(String.class).list());
    }

    static List<String> waiting(Accolade accolade) {
        return accolade.ledger().database().read(handle -> handle.createQuery("""
                select kind || ' ' || state || ' ' || coalesce(waiting_for, '') || ' ' || generation from change
                where state in ('PLANNED', 'WAITING', 'REFUSED', 'UNKNOWN', 'CLAIMED') and coalesce(waiting_for, '') <> 'IDENTITY' order by 1""").mapTo(String.class).list());
    }

    static Map<String, Long> history(Accolade accolade) {
        return accolade.ledger().database().read(handle -> handle.createQuery("select kind, count(*) as n from history group by kind")
                .collectRows(java.util.stream.Collectors.toMap(row -> row.getColumn("kind", String.class), row -> row.getColumn("n", Long.class))));
    }
}
