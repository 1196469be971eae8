package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.ledger.view.Status;
import dev.accolade.sandbox.Fault;
import dev.accolade.service.badgr.Assertion;
import dev.accolade.service.badgr.BadgrConstants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Addresses that change, come late, or change hands; persons joined, split, and groups made anew: over HTTP. */
class IdentityIncidentsTest extends Incidents {

    private static final String MOVING = """
            version: 1
            rules:
              - id: packager
                when: {source: fedora, group: packager}
                award: {target: badges, issuer: Fedora Project, badge: Packager}
                on-leave: {do: revoke}
                on-identity-change: reissue
            """;

    @Test
    void aBadgeMovesToTheNewAddressWithItsFirstDateAndThereAreNeverTwo() {
        world.rules(MOVING);
        newcomer("old@example.org");
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            int badges = world.liveBadges();
            Instant first = one(accolade, "old@example.org").issuedOn().truncatedTo(ChronoUnit.MILLIS);
            clock.forward(Duration.ofDays(2));
            moved("new@example.org");
            World.sync(accolade);
            assertThat(world.liveBadges()).isEqualTo(badges);
            assertThat(one(accolade, "old@example.org")).satisfies(old -> assertThat(old.revoked()).isTrue())
                    .satisfies(old -> assertThat(old.revocationReason()).contains("Issued again to the holder's present address"));
            assertThat(one(accolade, "new@example.org")).satisfies(now -> assertThat(now.revoked()).isFalse()).satisfies(now -> assertThat(now.issuedOn()).isEqualTo(first));
            clock.forward(Duration.ofDays(2));
            assertThat(World.sync(accolade).isEmpty()).isTrue();
        }
    }

    @Test
    void aMoveWhoseAnswersAreLostEndsWithOneBadge() {
        world.rules(MOVING);
        newcomer("old@example.org");
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            int badges = world.liveBadges();
            Instant first = one(accolade, "old@example.org").issuedOn().truncatedTo(ChronoUnit.MILLIS);
            moved("new@example.org");
            world.sandbox.faults().add(Fault.of("badgr", Fault.Kind.RESET_AFTER).onMethod("POST").onPath("/assertions/revoke$").times(1));
            world.sandbox.faults().add(Fault.of("badgr", Fault.Kind.RESET_AFTER).onMethod("POST").onPath("/assertions$").times(1));
            for (int i = 0; i < 6; i++) {
                clock.forward(Duration.ofMinutes(20));
                World.sync(accolade);
                assertThat(world.liveBadges()).isLessThanOrEqualTo(badges);
            }
            assertThat(world.liveBadges()).isEqualTo(badges);
            assertThat(world.revokedBadges()).isEqualTo(1);
            assertThat(one(accolade, "new@example.org").issuedOn()).isEqualTo(first);
        }
    }

    @Test
    void aRevocationThatIsRefusedMovesNothing() {
        world.rules(MOVING);
        newcomer("old@example.org");
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            int badges = world.liveBadges();
            moved("new@example.org");
            world.sandbox.faults().add(Fault.of("badgr", Fault.Kind.STATUS).onMethod("POST").onPath("/assertions/revoke").withStatus(403).times(1));
            World.sync(accolade);
            assertThat(world.liveBadges()).isEqualTo(badges);
            assertThat(found(accolade, "new@example.org")).isEmpty();
            assertThat(states(accolade)).containsEntry("REFUSED", 1L);
        }
    }

    @Test
    void aBadgeThatStaysOnAnOlderAddressIsListed() {
        newcomer("old@example.org");
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            int badges = world.liveBadges();
            moved("new@example.org");
            World.sync(accolade);
            assertThat(world.liveBadges()).isEqualTo(badges);
            assertThat(sentences(accolade)).singleElement().asString().contains("newcomer (p-").contains("'Fedora Project / Packager' on badges").contains("o…@example.org")
                    .doesNotContain("old@").contains("on-identity-change: reissue");
        }
    }

    @Test
    void aCloudspotAccountWhoseEmailChangedIsTheSameAccount() {
        world.rules(MOVING.replace("{source: fedora, group: packager}", "{source: academy, permission: use_dashboard}"));
        try (Accolade accolade = world.start(clock)) {
            world.enrol(accolade);
            World.sync(accolade);
            int badges = world.liveBadges();
            String before = username(accolade, "(select min(id) from member where person in (select person from grants where state = 'LIVE'))");
            String id = accolade.accounts().idOf("academy", before).orElseThrow();
            world.control("PUT", "cloudspot/email", "{\"username\":\"" + before + "\",\"email\":\"Somebody.New@example.org\"}");
            World.sync(accolade);
            assertThat(accolade.accounts().idOf("academy", "somebody.new@example.org")).contains(id);
            assertThat(username(accolade, "'" + id + "'")).isEqualTo("somebody.new@example.org");
            assertThat(world.liveBadges()).isEqualTo(badges);
            assertThat(one(accolade, before).revoked()).isTrue();
            assertThat(one(accolade, "somebody.new@example.org").revoked()).isFalse();
        }
    }

    @Test
    void whoHadNoAddressHasABadgeOfTheDayOnWhichItWasEarned() {
        newcomer("none");
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            Instant earned = clock.instant();
            clock.forward(Duration.ofDays(30));
            moved("late@example.org");
            World.sync(accolade);
            assertThat(one(accolade, "late@example.org").issuedOn()).isBetween(earned.minusSeconds(60), earned.plusSeconds(1));
        }
    }

    @Test
    void whoWaitedTooLongIsAwardedOnlyOnceSomebodyApproves() {
        world.settings.put("identity.wait", "P10D");
        newcomer("none");
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            int badges = world.liveBadges();
            clock.forward(Duration.ofDays(11));
            World.sync(accolade);
            assertThat(waiting(accolade)).containsExactly("EXPIRED");
            moved("late@example.org");
            World.sync(accolade);
            assertThat(world.liveBadges()).isEqualTo(badges);
            assertThat(waiting(accolade)).containsExactly("APPROVAL");
            List<Long> held = accolade.ledger().database().read(handle -> handle.createQuery("select c.id from change c join member m on m.person = c.person where c.state = 'WAITING' and m.username = 'newcomer'").mapTo(Long.class).list());
            accolade.ledger().approvals().approve(held, "Ada", clock.instant().plus(Duration.ofDays(1)));
            accolade.push();
            assertThat(world.liveBadges()).isEqualTo(badges + 1);
            assertThat(one(accolade, "late@example.org").issuedOn()).isBefore(clock.instant().minus(Duration.ofDays(10)));
        }
    }

    @Test
    void theHeirOfAnAddressWhoseOwnerWasDeletedIsNotTheOwner() {
        newcomer("desk@example.org");
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            long owner = person(accolade, NEWCOMER);
            world.control("DELETE", "fas/people/" + NEWCOMER, "");
            world.control("POST", "fas/people", "{\"username\":\"heir\",\"human_name\":\"Heir\",\"email\":\"desk@example.org\"}");
            syncTwice(accolade);
            assertThat(person(accolade, "heir")).isNotEqualTo(owner);
            assertThat(one(accolade, "desk@example.org").revoked()).as("the owner has left").isTrue();
        }
    }

    @Test
    void anOperatorsWordJoinsAndSplitsAndNobodyLosesAnythingByIt() {
        newcomer("newcomer@example.org");
        world.control("POST", "fas/people", "{\"username\":\"other\",\"human_name\":\"New Comer\",\"email\":\"other@example.org\"}");
        world.control("PUT", "fas/groups/packager/members/other", "{\"role\":\"user\"}");
        int badges;
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            badges = world.liveBadges();
            assertThat(person(accolade, "other")).isNotEqualTo(person(accolade, NEWCOMER));
        }
        says("links: [[fedora:newcomer, fedora:other]]");
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            assertThat(person(accolade, "other")).isEqualTo(person(accolade, NEWCOMER));
            assertThat(sentences(accolade)).singleElement().asString().contains("twice").contains("newcomer");
            clock.forward(Duration.ofDays(1));
            assertThat(World.sync(accolade).isEmpty()).isTrue();
            assertThat(world.liveBadges()).isEqualTo(badges);
        }
        says("separations: [[fedora:newcomer, fedora:other]]");
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            assertThat(person(accolade, "other")).isNotEqualTo(person(accolade, NEWCOMER));
            assertThat(sentences(accolade)).isEmpty();
            syncTwice(accolade);
            assertThat(world.liveBadges()).isEqualTo(badges);
            assertThat(world.revokedBadges() + world.duplicateBadges()).isZero();
        }
    }

    @Test
    void aGroupMadeAnewIsFollowedOnAnOperatorsWordAndTheRemovalsItCausesAreHeld() {
        newcomer("newcomer@example.org");
        int badges;
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            badges = world.liveBadges();
            world.control("DELETE", "fas/groups/packager", "");
            world.control("POST", "fas/groups", "{\"name\":\"packagers\",\"display_name\":\"Packagers\",\"owner\":\"accolade\"}");
            world.control("PUT", "fas/groups/packagers/members/" + NEWCOMER, "{\"role\":\"user\"}");
            syncTwice(accolade);
            assertThat(accolade.stoppedRules()).singleElement().asString().contains("'packager' of source fedora has vanished");
            assertThat(world.liveBadges()).isEqualTo(badges);
        }
        says("groups: {fedora: {packager: packagers}}");
        try (Accolade accolade = world.start(clock)) {
            syncTwice(accolade);
            assertThat(accolade.stoppedRules()).isEmpty();
            assertThat(world.liveBadges()).isEqualTo(badges);
            assertThat(one(accolade, "newcomer@example.org").revoked()).isFalse();
            assertThat(waiting(accolade)).isNotEmpty().containsOnly("APPROVAL");
        }
    }

    private void moved(String email) {
        world.control("PUT", "fas/people/" + NEWCOMER + "/email", "{\"email\":\"" + email + "\"}");
    }

    private void says(String text) {
        world.settings.put("accolade.identities", folder.resolve("identities.yaml").toString());
        try {
            Files.writeString(folder.resolve("identities.yaml"), "version: 1\n" + text + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static List<String> sentences(Accolade accolade) {
        return new Status(accolade.ledger().database()).identity(9).sentences();
    }

    private static List<String> waiting(Accolade accolade) {
        return accolade.ledger().database().read(handle -> handle.createQuery(
                "select waiting_for from change where state = 'WAITING' and object_name like '%Packager' and person in (select person from member where username in ('newcomer', 'ingrid'))")
                .mapTo(String.class).list());
    }

    private static String username(Accolade accolade, String id) {
        return accolade.ledger().database().read(handle -> handle.createQuery("select username from member where id = " + id).mapTo(String.class).one());
    }

    private static long person(Accolade accolade, String username) {
        return accolade.ledger().people().find("fedora:" + username).get(0);
    }

    /** The latest that this address has of the Packager badge. */
    private static Assertion one(Accolade accolade, String email) {
        return found(accolade, email).stream().max(Comparator.comparing(Assertion::createdAt)).orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static List<Assertion> found(Accolade accolade, String email) {
        String badgeClass = accolade.ledger().database().read(handle -> handle.createQuery("select object_id from target_object where name like '%Packager'").mapTo(String.class).one());
        return accolade.context().createProducerTemplate().requestBodyAndHeaders("badgr:assertionsByRecipient?connection=badges", null,
                Map.of(BadgrConstants.BADGE_CLASS, badgeClass, BadgrConstants.RECIPIENT, email), List.class);
    }
}
