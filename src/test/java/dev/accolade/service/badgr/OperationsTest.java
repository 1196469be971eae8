package dev.accolade.service.badgr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accolade.service.badgr.BadgeClass.Alignment;
import dev.accolade.service.badgr.BadgeClass.Lifetime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelExecutionException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OperationsTest {

    private static final String PICTURE = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
    private static final String ROBOT = "robot@example.org";

    private final BadgrFixture fixture = new BadgrFixture();

    @AfterEach
    void stop() throws Exception {
        fixture.close();
    }

    private <T> T ask(Class<T> type, String operation, Object body, String... headers) {
        return type.cast(raw(operation, body, headers));
    }

    private Object raw(String operation, Object body, String... headers) {
        Map<String, Object> all = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return fixture.template.requestBodyAndHeaders("badgr:" + operation + (operation.contains("?") ? "&" : "?") + "connection=badges", body, all);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> failure(String operation, Object body, String... headers) {
        return assertThatThrownBy(() -> raw(operation, body, headers)).isInstanceOf(CamelExecutionException.class).cause();
    }

    @Test
    void makesChangesAndDeletesAnIssuer() {
        Issuer made = ask(Issuer.class, "createIssuer", IssuerDraft.of("Тестовый 発行者", ROBOT, "https://example.org"));
        assertThat(made.name()).isEqualTo("Тестовый 発行者");
        assertThat(ask(Issuer.class, "fetchIssuer", null, BadgrConstants.ISSUER, made.entityId())).isEqualTo(made);
        assertThat(ask(List.class, "fetchIssuer", null)).hasSize(3);
        Issuer changed = ask(Issuer.class, "updateIssuer", new IssuerDraft("قسم", ROBOT, "https://example.org", Optional.of("d"), Optional.empty()),
                BadgrConstants.ISSUER, made.entityId());
        assertThat(changed.name()).isEqualTo("قسم");
        assertThat(changed.description()).contains("d");
        raw("deleteIssuer", null, BadgrConstants.ISSUER, made.entityId());
        assertThat(ask(List.class, "fetchIssuer", null)).hasSize(2);
        assertThat(changed.toString()).doesNotContain("@");
    }

    @Test
    void keepsAllThatABadgeClassIsMadeWith() {
        BadgeClassDraft draft = BadgeClassDraft.of(BadgrFixture.FEDORA, "Ναύτης", "Sails", PICTURE)
                .withCriteria(Optional.of("https://example.org/criteria"), Optional.of("Sail.")).withTags(List.of("sea", "海"))
                .withAlignments(List.of(new Alignment("Skill", "https://example.org/skill", Optional.empty(), Optional.of("F"), Optional.empty())))
                .withLifetime(new Lifetime(2, "years"));
        BadgeClass made = ask(BadgeClass.class, "createBadgeClass", draft);
        BadgeClass read = ask(BadgeClass.class, "fetchBadgeClass", null, BadgrConstants.BADGE_CLASS, made.entityId());
        assertThat(read.name()).isEqualTo("Ναύτης");
        assertThat(read.criteriaUrl()).contains("https://example.org/criteria");
        assertThat(read.criteriaNarrative()).contains("Sail.");
        assertThat(read.tags()).containsExactlyInAnyOrder("sea", "海");
        assertThat(read.alignments()).isEqualTo(draft.alignments().orElseThrow());
        assertThat(read.lifetime()).contains(new Lifetime(2, "years"));
        BadgeClass changed = ask(BadgeClass.class, "updateBadgeClass", BadgeClassDraft.texts("Ναύτης", "Sails far"), BadgrConstants.BADGE_CLASS, made.entityId());
        assertThat(changed.image()).isEqualTo(read.image());
        assertThat(changed.tags()).hasSize(2);
        raw("deleteBadgeClass", null, BadgrConstants.BADGE_CLASS, made.entityId());
        failure("fetchBadgeClass", null, BadgrConstants.BADGE_CLASS, made.entityId()).hasMessageContaining("HTTP 404");
        failure("createBadgeClass", BadgeClassDraft.texts("x", "y")).isInstanceOf(BadgrClientException.class).hasMessageContaining("image");
    }

    @Test
    void awardsToEveryKindOfRecipient() {
        for (Recipient one : List.of(Recipient.email("Ann@Example.org"), Recipient.of(Recipient.Type.URL, "https://Example.org/people/Ann/1"),
                Recipient.of(Recipient.Type.OPEN_BADGE_ID, "https://example.org/a/b/c").hashed(true), Recipient.of(Recipient.Type.TELEPHONE, "+4930123456"))) {
            Assertion made = ask(Assertion.class, "issueAssertion", IssueRequest.of(BadgrFixture.PACKAGER, one));
            assertThat(made.recipient()).isEqualTo(one.identity());
            assertThat(made.recipientType()).isEqualTo(one.type().text());
            failure("issueAssertion", IssueRequest.of(BadgrFixture.PACKAGER, one)).isInstanceOf(DuplicateAwardException.class);
            assertThat(raw("assertionsOfIssuer?includeRevoked=true", null, BadgrConstants.ISSUER, BadgrFixture.FEDORA, BadgrConstants.RECIPIENT, one.identity()))
                    .isEqualTo(List.of(made));
        }
    }

    @Test
    void changesAndRevokesAssertions() {
        String one = ask(Assertion.class, "createAssertion", IssueRequest.of("", "ann@example.org"), BadgrConstants.BADGE_CLASS, BadgrFixture.PACKAGER).entityId();
        Assertion changed = ask(Assertion.class, "updateAssertion", AssertionChange.narrative("Señor"), BadgrConstants.ASSERTION, one);
        assertThat(changed.narrative()).contains("Señor");
        assertThat(changed.recipient()).isEqualTo("ann@example.org");
        Assertion gone = ask(Assertion.class, "deleteAssertion", null, BadgrConstants.ASSERTION, one, BadgrConstants.REASON, "left");
        assertThat(gone.revocationReason()).contains("left");
        failure("deleteAssertion", null, BadgrConstants.ASSERTION, one).isInstanceOf(AlreadyRevokedException.class);
        assertThat(ask(RevokeRow.class, "revokeAssertion", null, BadgrConstants.ASSERTION, one).outcome()).isEqualTo(RevokeRow.Outcome.ALREADY_REVOKED);
        String other = ask(Assertion.class, "issueAssertion", IssueRequest.of(BadgrFixture.PACKAGER, "ann@example.org")).entityId();
        assertThat(ask(List.class, "revokeAssertions", null, BadgrConstants.ASSERTION, one + ", " + other)).hasSize(2);
        assertThat(fixture.client().assertion(other).revocationReason()).contains("Revoked by badgerclient");
    }

    @Test
    void keepsNamesAndRefusesASecondOne() {
        fixture.configuration.setUniqueBadgeNames(true);
        assertThat(ask(List.class, "loadBadgeNames", null, BadgrConstants.ISSUER, BadgrFixture.FEDORA)).hasSize(4);
        assertThat(named("Packager").entityId()).isEqualTo(BadgrFixture.PACKAGER);
        BadgeClass made = ask(BadgeClass.class, "createBadgeClass", BadgeClassDraft.of(BadgrFixture.FEDORA, "Neu", "d", PICTURE));
        int asked = fixture.badgr.calls().size();
        assertThat(named("Neu").entityId()).isEqualTo(made.entityId());
        assertThat(fixture.badgr.calls()).hasSize(asked);
        failure("createBadgeClass", BadgeClassDraft.of(BadgrFixture.FEDORA, "Neu", "d", PICTURE)).isInstanceOf(BadgrClientException.class)
                .hasMessageContaining("Nothing was made");
        failure("badgeByName", null, BadgrConstants.BADGE_CLASS, "Twin", BadgrConstants.ISSUER, BadgrFixture.FEDORA).hasMessageContaining("Give the id");
        failure("badgeByName", null, BadgrConstants.BADGE_CLASS, "neu", BadgrConstants.ISSUER, BadgrFixture.FEDORA).hasMessageContaining("nearest: 'Neu'");
        raw("deleteBadgeClass", null, BadgrConstants.BADGE_CLASS, made.entityId());
        failure("badgeByName", null, BadgrConstants.BADGE_CLASS, "Neu", BadgrConstants.ISSUER, BadgrFixture.FEDORA).hasMessageContaining("no badge class");
        assertThat(ask(Assertion.class, "createAssertion", IssueRequest.of("", "ann@example.org"), BadgrConstants.BADGE_CLASS, "Packager",
                BadgrConstants.ISSUER, BadgrFixture.FEDORA).badgeClassId()).isEqualTo(BadgrFixture.PACKAGER);
    }

    private BadgeClass named(String name) {
        return ask(BadgeClass.class, "badgeByName", null, BadgrConstants.BADGE_CLASS, name, BadgrConstants.ISSUER, BadgrFixture.FEDORA);
    }

    @Test
    void needsUniqueNamesToFindByThem() {
        failure("badgeByName", null, BadgrConstants.BADGE_CLASS, "Packager", BadgrConstants.ISSUER, BadgrFixture.FEDORA).isInstanceOf(BadgrClientException.class)
                .hasMessageContaining("uniqueBadgeNames");
        assertThat(fixture.badgr.calls()).isEmpty();
    }

    @Test
    void fillsACollectionInTwoSteps() {
        String own = ask(Assertion.class, "issueAssertion", IssueRequest.of(BadgrFixture.PACKAGER, ROBOT)).entityId();
        assertThat(ask(List.class, "fetchAssertion", null)).hasSize(1);
        BadgeCollection made = ask(BadgeCollection.class, "createCollection", CollectionDraft.of("コレクション").withAssertions(List.of(own)));
        assertThat(made.assertions()).containsExactly(own);
        assertThat(ask(BadgeCollection.class, "fetchCollection", null, BadgrConstants.COLLECTION, made.entityId())).isEqualTo(made);
        BadgeCollection shared = ask(BadgeCollection.class, "updateCollection", new CollectionDraft("Mine", Optional.of("All"), Optional.of(true),
                Optional.empty()), BadgrConstants.COLLECTION, made.entityId());
        assertThat(shared.shareUrl()).isPresent();
        assertThat(shared.assertions()).containsExactly(own);
        raw("deleteCollection", null, BadgrConstants.COLLECTION, made.entityId());
        assertThat(ask(List.class, "fetchCollection", null)).isEmpty();
    }

    @Test
    void signsUpOnlyWithEmailAndPassword() {
        assertThat(ask(NewUser.class, "createUser", new SignUp("Ann", "New", "Ann@Example.org", "a-long-passphrase", false, true)).entityId()).hasSize(22);
        assertThatThrownBy(() -> new SignUp("Ann", "New", "", "x", false, true)).isInstanceOf(BadgrClientException.class);
        assertThatThrownBy(() -> new SignUp("Ann", "New", "a@example.org", null, false, true)).isInstanceOf(BadgrClientException.class);
        failure("createUser", new SignUp("Ann", "New", "b@example.org", "12345678", false, true)).hasMessageContaining("password")
                .hasMessageNotContaining("12345678").hasMessageNotContaining("b@");
        assertThat(fixture.logins()).isEmpty();
    }

    @Test
    void refusesIdsThatLeadElsewhere() {
        for (String id : List.of("../users", "a/b", "a b", "a?x", "é")) {
            failure("fetchIssuer", null, BadgrConstants.ISSUER, id).isInstanceOf(IllegalArgumentException.class);
            failure("deleteAssertion", null, BadgrConstants.ASSERTION, id).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(fixture.badgr.calls()).isEmpty();
    }
}
