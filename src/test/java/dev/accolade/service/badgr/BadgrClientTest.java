package dev.accolade.service.badgr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accolade.sandbox.Fault;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Effect;
import dev.accolade.service.http.ServiceException.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BadgrClientTest {

    private static final String ANN = "ann@example.org";

    private final BadgrFixture fixture = new BadgrFixture();
    private final BadgrClient client = fixture.client();

    @AfterEach
    void stop() throws Exception {
        fixture.close();
    }

    @Test
    void seesTheIssuersOfItsLoginOnly() {
        assertThat(client.check().issuers()).extracting(Issuer::name).containsExactlyInAnyOrder("Fedora Project", "Course");
        assertThat(client.badgeClasses(Optional.of(BadgrFixture.FEDORA))).extracting(BadgeClass::name)
                .containsExactlyInAnyOrder("Packager", "Paladin", "Twin", "Twin");
        assertThat(client.badgeClasses(Optional.empty())).hasSize(5).allMatch(BadgeClass::hasImage);
    }

    @Test
    void knowsWhichAssertionsItMadeItself() {
        assertThat(client.issue(IssueRequest.of(BadgrFixture.PACKAGER, ANN)).createdBy()).contains(client.account());
        fixture.configuration.setUsername("other@example.org");
        BadgrClient other = fixture.component.client("other", "badges", fixture.configuration);
        assertThat(other.account()).isNotEqualTo(client.account());
    }

    @Test
    void cannotTellItsOwnAssertionsWhenItIsOnNoStaff() {
        fixture.configuration.setUsername("nobody@example.org");
        BadgrClient nobody = fixture.component.client("nobody", "badges", fixture.configuration);
        assertThat(nobody.check().issuers()).isEmpty();
        ServiceException failure = failure(nobody::account);
        assertThat(failure.turn()).isEqualTo(Turn.OPERATOR);
        assertThat(failure).hasMessageContaining("on the staff of no issuer").hasMessageNotContaining("nobody@");
        assertThat(failure(() -> nobody.issueAll(List.of(IssueRequest.of(BadgrFixture.PACKAGER, ANN)))).turn()).isEqualTo(Turn.OPERATOR);
    }

    @Test
    void findsABadgeClassByNameOrId() {
        assertThat(client.badgeClassByName("Fedora Project", "Packager").entityId()).isEqualTo(BadgrFixture.PACKAGER);
        assertThat(client.badgeClassByName(BadgrFixture.FEDORA, BadgrFixture.PACKAGER).issuerId()).isEqualTo(BadgrFixture.FEDORA);
    }

    @Test
    void saysWhatItFoundInsteadOfAMissingName() {
        ServiceException failure = failure(() -> client.badgeClassByName("Fedora Project", "packagr"));
        assertThat(failure.turn()).isEqualTo(Turn.OPERATOR);
        assertThat(failure).hasMessageStartingWith("badges: no badge class of issuer 'Fedora Project' is named 'packagr'")
                .hasMessageContaining("4 seen, nearest: 'Packager' (" + BadgrFixture.PACKAGER + ")");
        assertThat(failure(() -> client.badgeClassByName("Foreign", "Strange"))).hasMessageContaining("no issuer is named 'Foreign'");
    }

    @Test
    void asksForTheIdWhereANameIsAmbiguous() {
        ServiceException failure = failure(() -> client.badgeClassByName("Fedora Project", "Twin"));
        assertThat(failure.turn()).isEqualTo(Turn.OPERATOR);
        assertThat(failure).hasMessageContaining("2 of kind badge class").hasMessageContaining("twinTwinTwinTwinTwinTa")
                .hasMessageContaining("twinTwinTwinTwinTwinTb").hasMessageContaining("Give the id");
    }

    @Test
    void issuesWithEverythingThatWasAsked() {
        Instant issued = Instant.parse("2026-02-01T00:00:00Z");
        Instant end = Instant.parse("2027-02-01T00:00:00Z");
        Assertion made = client.issue(new IssueRequest(BadgrFixture.PACKAGER, "Ann@Example.ORG", Optional.of("Member of packager"),
                List.of(Evidence.at("https://accounts.example.org/group/packager"), new Evidence(Optional.empty(), Optional.of("seen"))),
                Optional.of(issued), Optional.of(end), false, false));
        assertThat(made.recipient()).isEqualTo(ANN);
        assertThat(made.badgeClassId()).isEqualTo(BadgrFixture.PACKAGER);
        assertThat(made.issuerId()).isEqualTo(BadgrFixture.FEDORA);
        assertThat(made.issuedOn()).isEqualTo(issued);
        assertThat(made.expires()).contains(end);
        assertThat(made.narrative()).contains("Member of packager");
        assertThat(made.evidence()).containsExactlyInAnyOrder(Evidence.at("https://accounts.example.org/group/packager"),
                new Evidence(Optional.empty(), Optional.of("seen")));
        assertThat(made.isLive(fixture.clock.instant())).isTrue();
        assertThat(client.assertion(made.entityId())).isEqualTo(made);
        assertThat(made.toString()).doesNotContain("ann");
    }

    @Test
    void makesNoSecondAssertionAndSaysSo() {
        client.issue(IssueRequest.of(BadgrFixture.PACKAGER, ANN));
        assertThatThrownBy(() -> client.issue(IssueRequest.of(BadgrFixture.PACKAGER, "ANN@example.org"))).isInstanceOf(DuplicateAwardException.class)
                .hasMessageNotContaining("ann@").hasMessageContaining("holds the badge");
        assertThat(client.assertionsByRecipient(BadgrFixture.PACKAGER, ANN)).hasSize(1);
    }

    @Test
    void tellsOtherRefusedAwardsFromDuplicates() {
        ServiceException failure = failure(() -> client.issue(IssueRequest.of(BadgrFixture.PACKAGER, "not quite@an address")));
        assertThat(failure).isNotInstanceOf(DuplicateAwardException.class);
        assertThat(failure.turn()).isEqualTo(Turn.NEVER);
        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(failure).hasMessageContaining("HTTP 400 on POST /v2/badgeclasses/")
                .hasMessageContaining("recipient").hasMessageNotContaining("quite");
    }

    @Test
    void leavesAMissingClassToTheOperator() {
        ServiceException failure = failure(() -> client.issue(IssueRequest.of("strangeStrangeStrangeS", ANN)));
        assertThat(failure.turn()).isEqualTo(Turn.OPERATOR);
        assertThat(failure).hasMessageContaining(
                "badges: HTTP 404 on POST /v2/badgeclasses/strangeStrangeStrangeS/assertions (unknown id, or this login");
        assertThatThrownBy(() -> client.assertion("../users")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void findsRevokedAndExpiredOnesOfAPersonToo() {
        Assertion revoked = client.issue(IssueRequest.of(BadgrFixture.PACKAGER, ANN));
        client.revoke(List.of(new Revocation(revoked.entityId(), "left")));
        client.issue(new IssueRequest(BadgrFixture.PACKAGER, ANN, Optional.empty(), List.of(), Optional.empty(),
                Optional.of(fixture.clock.instant().minusSeconds(60)), false, false));
        client.issue(IssueRequest.of(BadgrFixture.PACKAGER, "ben@example.org"));
        List<Assertion> found = client.assertionsByRecipient(BadgrFixture.PACKAGER, "Ann@example.org");
        assertThat(found).hasSize(2).noneMatch(one -> one.isLive(fixture.clock.instant()));
        assertThat(found).filteredOn(Assertion::revoked).singleElement().extracting(Assertion::revocationReason).isEqualTo(Optional.of("left"));
        assertThat(all(new AssertionFilter(false, false, Optional.empty()))).singleElement()
                .extracting(Assertion::recipient).isEqualTo("ben@example.org");
    }

    @Test
    void readsAllPages() {
        IntStream.range(0, 11).forEach(batch -> client.issueAll(IntStream.range(0, 100)
                .mapToObj(i -> IssueRequest.of(BadgrFixture.PACKAGER, "p" + batch + "-" + i + "@example.org")).toList()));
        List<Integer> sizes = new ArrayList<>();
        client.assertionsOfBadgeClass(BadgrFixture.PACKAGER, AssertionFilter.everything(), page -> sizes.add(page.size()));
        assertThat(sizes).containsExactly(500, 500, 100);
        assertThat(all(AssertionFilter.everything())).extracting(Assertion::recipient).doesNotHaveDuplicates().hasSize(1100);
    }

    @Test
    void neverEndsAListThatBrokeInTheMiddle() {
        IntStream.range(0, 6).forEach(batch -> client.issueAll(IntStream.range(0, 100)
                .mapToObj(i -> IssueRequest.of(BadgrFixture.PACKAGER, "p" + batch + "-" + i + "@example.org")).toList()));
        fixture.sandbox.faults().add(Fault.of("badgr", Fault.Kind.CUT_BODY).onPath("assertions").onMethod("GET").after(1));
        assertThat(failure(() -> all(AssertionFilter.everything())).turn()).isEqualTo(Turn.LATER);
    }

    @Test
    void revokesRowByRow() {
        Assertion one = client.issue(IssueRequest.of(BadgrFixture.PACKAGER, ANN));
        client.revoke(List.of(new Revocation(one.entityId(), "left")));
        Assertion other = client.issue(IssueRequest.of(BadgrFixture.PACKAGER, "ben@example.org"));
        List<RevokeRow> rows = client.revoke(List.of(new Revocation(one.entityId(), "again"), new Revocation("nowhereNowhereNowhereN", "gone"),
                new Revocation(other.entityId(), "left")));
        assertThat(rows).extracting(RevokeRow::outcome).containsExactly(RevokeRow.Outcome.ALREADY_REVOKED, RevokeRow.Outcome.NOT_FOUND_OR_NO_RIGHT,
                RevokeRow.Outcome.REVOKED);
        assertThat(rows).extracting(RevokeRow::entityId).containsExactly(one.entityId(), "nowhereNowhereNowhereN", other.entityId());
        assertThat(client.assertion(other.entityId()).revocationReason()).contains("left");
        assertThat(client.assertion(one.entityId()).revocationReason()).contains("left");
        assertThat(client.revoke(List.of())).isEmpty();
        assertThatThrownBy(() -> new Revocation("x", " ")).hasMessageContaining("blank");
    }

    @ParameterizedTest
    @EnumSource(value = Fault.Kind.class, names = {"STATUS", "HTML", "CUT_BODY", "RESET_AFTER", "RESET_BEFORE"})
    void doesNotKnowWhetherABrokenAwardWasMade(Fault.Kind kind) {
        client.check();
        fixture.sandbox.faults().add(Fault.of("badgr", kind).onMethod("POST").times(1));
        ServiceException failure = failure(() -> client.issue(IssueRequest.of(BadgrFixture.PACKAGER, ANN)));
        assertThat(failure.turn()).isEqualTo(Turn.LATER);
        assertThat(failure.effect()).isEqualTo(Effect.POSSIBLE);
        boolean acted = kind == Fault.Kind.CUT_BODY || kind == Fault.Kind.RESET_AFTER;
        assertThat(client.assertionsByRecipient(BadgrFixture.PACKAGER, ANN)).hasSize(acted ? 1 : 0);
    }

    @Test
    void takesASentenceOfTheServiceForWhatItIs() {
        fixture.sandbox.faults().add(Fault.of("badgr", Fault.Kind.STATUS).withStatus(200).withBody("{\"hello\": 1}").onPath("/v2/"));
        ServiceException failure = failure(client::issuers);
        assertThat(failure.turn()).isEqualTo(Turn.OURS);
        assertThat(failure).hasMessageContaining("HTTP 200 on GET /v2/issuers holds no result");
    }

    @Test
    void waitsAsLongAsToldWhenThereAreTooManyRequests() {
        client.check();
        fixture.sandbox.faults().add(Fault.of("badgr", Fault.Kind.TOO_MANY).retryAfter(17).times(1));
        ServiceException failure = failure(() -> client.issue(IssueRequest.of(BadgrFixture.PACKAGER, ANN)));
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(17));
        assertThat(failure.effect()).isEqualTo(Effect.NONE);
    }

    @Test
    void refusesABatchThatBadgrWouldGetWrong() {
        List<IssueRequest> twice = List.of(IssueRequest.of(BadgrFixture.PACKAGER, ANN), IssueRequest.of(BadgrFixture.PACKAGER, "ANN@example.org"));
        assertThatThrownBy(() -> client.issueAll(twice))
                .hasMessageContaining("no person twice");
        assertThatThrownBy(() -> client.issueAll(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private List<Assertion> all(AssertionFilter filter) {
        List<Assertion> all = new ArrayList<>();
        client.assertionsOfBadgeClass(BadgrFixture.PACKAGER, filter, all::addAll);
        return all;
    }

    private static ServiceException failure(ThrowingCallable call) {
        return catchThrowableOfType(ServiceException.class, call);
    }
}
