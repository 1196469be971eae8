package dev.accolade.service.badgr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Fault;
import dev.accolade.service.badgr.IssueRow.Outcome;
import dev.accolade.service.http.ServiceException.Effect;
import dev.accolade.service.http.ServiceException.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchTest {

    private final BadgrFixture fixture = new BadgrFixture();
    private final BadgrClient client = fixture.client();

    @AfterEach
    void stop() throws Exception {
        fixture.close();
    }

    private static List<IssueRequest> to(String... people) {
        return Stream.of(people).map(who -> IssueRequest.of(BadgrFixture.PACKAGER, who + "@example.org")).toList();
    }

    private static List<Outcome> outcomes(List<IssueRow> rows) {
        return rows.stream().map(IssueRow::outcome).toList();
    }

    private int held(String who) {
        return client.assertionsByRecipient(BadgrFixture.PACKAGER, who + "@example.org").size();
    }

    private int sent() {
        return fixture.badgr.calls("POST", "/issue").size();
    }

    @Test
    void putsTheRefusedAsideAndIssuesTheOthersInTheirOrder() {
        client.issue(to("ben").get(0));
        List<IssueRow> rows = client.issueRows(to("ann", "ben", "not an", "cem"));
        assertThat(outcomes(rows)).containsExactly(Outcome.ISSUED, Outcome.DUPLICATE, Outcome.REFUSED, Outcome.ISSUED);
        assertThat(rows.get(3).assertion().orElseThrow().recipient()).isEqualTo("cem@example.org");
        assertThat(rows.get(2).message()).doesNotContain("not an");
        assertThat(sent()).isEqualTo(2);
    }

    @Test
    void failsWithTheRowsWhereNotEveryOneWasIssued() {
        PartlyIssuedException partly = catchThrowableOfType(PartlyIssuedException.class, () -> client.issueAll(to("ann", "not an")));
        assertThat(partly.turn()).isEqualTo(Turn.NEVER);
        assertThat(partly.effect()).isEqualTo(Effect.POSSIBLE);
        assertThat(outcomes(partly.rows())).containsExactly(Outcome.ISSUED, Outcome.REFUSED);
        assertThat(partly).hasMessageContaining("of 2 awards 1 were issued").hasMessageNotContaining("@");
    }

    @Test
    void halvesABatchWhoseRefusalNamesNobody() {
        fixture.badgr.instead(call -> call.path().endsWith("/issue") && call.json().map(json -> json.toString().contains("bad@")).orElse(false)
                ? Optional.of(Answer.json(400, Map.of("status", Map.of("success", false)))) : Optional.empty());
        assertThat(outcomes(client.issueRows(to("ann", "ben", "bad", "cem")))).containsExactly(Outcome.ISSUED, Outcome.ISSUED, Outcome.REFUSED, Outcome.ISSUED);
        assertThat(held("ann")).isEqualTo(1);
    }

    @Test
    void goesOnAfterAFailureInTheMiddleWithoutASecondAward() throws Exception {
        fixture.failAfter(2);
        List<Assertion> made = client.issueAll(to("ann", "ben", "cem", "dan", "eve"));
        assertThat(made).extracting(Assertion::recipient).containsExactly("ann@example.org", "ben@example.org", "cem@example.org", "dan@example.org",
                "eve@example.org");
        assertThat(sent()).isEqualTo(3);
        assertThat(held("ann")).isEqualTo(1);
        assertThat(held("eve")).isEqualTo(1);
    }

    @Test
    void findsWhatALostAnswerHadMade() {
        client.check();
        fixture.sandbox.faults().add(Fault.of("badgr", Fault.Kind.RESET_AFTER).onPath("/issue").times(1));
        assertThat(outcomes(client.issueRows(to("ann", "ben")))).containsExactly(Outcome.FOUND, Outcome.FOUND);
        assertThat(sent()).isEqualTo(1);
    }

    @Test
    void doesNotTakeAnOlderAwardForItsOwnWhereSeveralAreAllowed() {
        IssueRequest again = to("ann").get(0).allowingDuplicates();
        client.issue(again);
        fixture.clock.pass(Duration.ofMinutes(5));
        fixture.sandbox.faults().add(Fault.of("badgr", Fault.Kind.RESET_BEFORE).onPath("/issue").times(1));
        assertThat(outcomes(client.issueRows(List.of(again)))).containsExactly(Outcome.UNKNOWN);
    }

    @Test
    void sendsNothingAgainWhereNobodyKnows() {
        client.check();
        fixture.sandbox.faults().add(Fault.of("badgr", Fault.Kind.RESET_BEFORE).onPath("/issue").times(1));
        PartlyIssuedException unknown = catchThrowableOfType(PartlyIssuedException.class, () -> client.issueAll(to("ann", "ben")));
        assertThat(outcomes(unknown.rows())).containsExactly(Outcome.UNKNOWN, Outcome.UNKNOWN);
        assertThat(unknown.turn()).isEqualTo(Turn.LATER);
        assertThat(unknown.effect()).isEqualTo(Effect.POSSIBLE);
        assertThat(held("ann")).isZero();
    }

    @Test
    void saysThatAnAnsweredFailureMadeNothing() {
        client.check();
        fixture.sandbox.faults().add(Fault.of("badgr", Fault.Kind.STATUS).withStatus(500).onPath("/issue"));
        PartlyIssuedException failed = catchThrowableOfType(PartlyIssuedException.class, () -> client.issueAll(to("ann", "ben")));
        assertThat(outcomes(failed.rows())).containsExactly(Outcome.NOT_MADE, Outcome.NOT_MADE);
        assertThat(failed.effect()).isEqualTo(Effect.NONE);
    }

    @Test
    void knowsNothingWhereEvenTheLookFails() {
        client.check();
        AtomicInteger asked = new AtomicInteger();
        fixture.badgr.instead(call -> call.path().startsWith("/v2/badgeclasses/") && asked.incrementAndGet() > 0
                ? Optional.of(Answer.json(500, Map.of())) : Optional.empty());
        assertThat(outcomes(client.issueRows(to("ann")))).containsExactly(Outcome.UNKNOWN);
        assertThat(asked).hasValue(2);
    }
}
