package dev.accolade.ledger.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.ledger.Accounts;
import dev.accolade.ledger.Approvals;
import dev.accolade.ledger.Objects.Name;
import dev.accolade.ledger.Seal;
import dev.accolade.ledger.Settlement;
import dev.accolade.model.ChangeKind;
import dev.accolade.model.ChangeState;
import dev.accolade.model.Coverage;
import dev.accolade.model.Outcome;
import dev.accolade.model.Reason;
import dev.accolade.model.WaitingFor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusTest {

    @TempDir
    Path folder;

    private FilledLedger ledger;
    private Status status;

    @BeforeEach
    void open() {
        ledger = new FilledLedger(folder);
        status = ledger.status;
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void worksWhenEmpty() {
        assertThat(status.sources(Set.of())).isEmpty();
        assertThat(status.lastPlan()).isEmpty();
        assertThat(status.openChanges(100, 0)).isEmpty();
        assertThat(status.openCounts()).isEmpty();
        assertThat(status.grants()).isEmpty();
        assertThat(status.failures(10).isEmpty()).isTrue();
        assertThat(status.awardsOfPlan(1, 10)).isEmpty();
        assertThat(status.awardsSince(ledger.clock.instant(), 10)).isEmpty();
    }

    @Test
    void showsASourceThatWasNeverRead() {
        SourceStatus source = status.sources(Set.of("fedora")).get(0);
        assertThat(source.source()).isEqualTo("fedora");
        assertThat(source.coverages()).isEmpty();
        assertThat(source.lastCompleteRead()).isEmpty();
    }

    @Test
    void countsWhatASourceHolds() {
        ledger.read("ada", "bob");
        SourceStatus source = status.sources(Set.of()).get(0);
        assertThat(source.coverages()).containsExactly(new CoverageSummary(Coverage.Kind.EVERYTHING, 1, 1, 0, Optional.of(ledger.clock.instant()),
                Optional.of(ledger.clock.instant())));
        assertThat(List.of(source.members(), source.scopes(), source.entitlements())).containsExactly(2L, 1L, 2L);
        assertThat(source.lastCompleteRead()).contains(ledger.clock.instant());
    }

    @Test
    void keepsTheLastCompleteReadBesideALaterFailure() {
        ledger.read("ada");
        var complete = ledger.clock.instant();
        ledger.clock.pass(Duration.ofHours(1));
        ledger.failRead(Coverage.of("fedora", Coverage.Kind.EVERYTHING), "fedora answered HTTP 500 to ada.lovelace@example.org.");
        FailedCoverage failed = status.sources(Set.of()).get(0).failed().get(0);
        assertThat(failed.failedAt()).isEqualTo(ledger.clock.instant());
        assertThat(failed.completeAt()).contains(complete);
        assertThat(failed.failure()).isEqualTo("fedora answered HTTP 500 to a…@example.org.");
        assertThat(status.failures(10).reads()).containsExactly(failed);
        ledger.read("ada");
        assertThat(status.failures(10).reads()).isEmpty();
    }

    @Test
    void namesTheScopeWhoseReadFailed() {
        ledger.read("ada");
        ledger.failRead(new Coverage("fedora", Coverage.Kind.SCOPE, "100"), "cut short");
        assertThat(status.failures(10).reads()).extracting(FailedCoverage::name).containsExactly(Optional.of("packager"));
    }

    @Test
    void boundsTheListsButCountsEverything() {
        for (int i = 0; i < 30; i++) {
            ledger.failRead(new Coverage("fedora", Coverage.Kind.SCOPE, "g" + i), "cut short");
        }
        SourceStatus source = status.sources(Set.of()).get(0);
        assertThat(source.failed()).hasSize(20);
        assertThat(source.failedReads()).isEqualTo(30);
        assertThat(status.failures(7).reads()).hasSize(7);
    }

    @Test
    void showsScopesHeldByTheShrinkGuard() {
        ledger.read("ada", "bob", "cid", "dan", "eve");
        ledger.clock.pass(Duration.ofHours(1));
        ledger.read("ada");
        assertThat(status.sources(Set.of()).get(0).held()).filteredOn(held -> !held.scopeId().isEmpty()).containsExactly(
                new HeldScope("fedora", "100", Optional.of("packager"), 5, 1, ledger.clock.instant(), Optional.empty()));
    }

    @Test
    void countsAccountsWhoseTokenIsRefused() {
        Accounts accounts = new Accounts(ledger.database, ledger.clock, Seal.of(folder.resolve("key")));
        accounts.enrol("academy", "ada@example.org", "token-1");
        String id = accounts.enrol("academy", "bob@example.org", "token-2");
        accounts.refused(accounts.open("academy", id).orElseThrow());
        SourceStatus source = status.sources(Set.of()).get(0);
        assertThat(source.accounts()).isEqualTo(2);
        assertThat(source.refusedAccounts()).isEqualTo(1);
    }

    @Test
    void showsHintsWithTheirFailures() {
        Coverage member = new Coverage("fedora", Coverage.Kind.MEMBER, "ada");
        ledger.hints.raise(member);
        ledger.hints.raise(new Coverage("fedora", Coverage.Kind.MEMBER, "bob"));
        assertThat(status.failures(10).hints()).isEmpty();
        ledger.hints.postpone(ledger.hints.waiting("fedora", 10).stream().filter(hint -> hint.coverage().equals(member)).findFirst().orElseThrow(),
                ledger.clock.instant().plusSeconds(30), "fedora did not answer");
        assertThat(status.failures(10).hints()).containsExactly(new WaitingHint(member, Optional.empty(), ledger.clock.instant(), 1,
                Optional.of(ledger.clock.instant().plusSeconds(30)), Optional.of("fedora did not answer")));
        assertThat(status.sources(Set.of()).get(0).hintsWaiting()).isEqualTo(2);
    }

    @Test
    void showsWhyAChangeIsPlannedAndForWhom() {
        ledger.read("ada@example.org");
        ledger.plan();
        ShownChange change = status.openChanges(10, 0).get(0);
        assertThat(change.kind()).isEqualTo(ChangeKind.AWARD);
        assertThat(change.state()).isEqualTo(ChangeState.PLANNED);
        assertThat(change.reason()).isEqualTo(Reason.EARNED);
        assertThat(change.objectName()).isEqualTo("Fedora Project / Packager");
        assertThat(change.rule()).isEqualTo("packager");
        assertThat(change.ruleLine()).isEqualTo(3);
        assertThat(change.evidence()).containsEntry("scopeName", "packager").containsEntry("right", "user");
        assertThat(change.username()).isEqualTo("a…@example.org");
        assertThat(change.recipient()).contains("a…@example.org");
        assertThat(change.toString()).doesNotContain("ada@example.org");
    }

    @Test
    void pagesThroughChangesAndCountsThem() {
        ledger.read("ada", "bob", "nomail");
        ledger.plan();
        assertThat(status.openChanges(2, 0)).hasSize(2);
        assertThat(status.openChanges(2, 2)).extracting(ShownChange::waitingFor).containsExactly(Optional.of(WaitingFor.IDENTITY));
        assertThat(status.openCounts()).containsExactlyInAnyOrder(
                new ChangeCount("badges", "Fedora Project / Packager", ChangeKind.AWARD, ChangeState.PLANNED, Optional.empty(), 2),
                new ChangeCount("badges", "Fedora Project / Packager", ChangeKind.AWARD, ChangeState.WAITING, Optional.of(WaitingFor.IDENTITY), 1));
    }

    @Test
    void showsTheLastPlanEvenWhenItPlannedNothing() {
        ledger.read("ada");
        ledger.plan();
        ledger.push(FilledLedger::applied);
        long second = ledger.plan().id();
        assertThat(status.lastPlan()).contains(new LastPlan(second, ledger.clock.instant(), "schedule", 1, 0, 0, 1, 0));
    }

    @Test
    void countsGrantsByWhatIsKnownOfThem() {
        ledger.read("ada", "bob", "cid");
        ledger.plan();
        ledger.push(claim -> claim.key().person() == 1 ? FilledLedger.applied(claim) : claim.key().person() == 2
                ? Settlement.done(claim, Outcome.ALREADY_SO, Optional.of("assertion-2"), false, "It was there.") : ledger.later(claim, Outcome.UNKNOWN));
        assertThat(status.grants()).containsExactly(new GrantCount("badges", "class-1", "Fedora Project / Packager", 1, 1, 0, 1));
    }

    @Test
    void saysWhatWasAwarded() {
        ledger.read("ada", "bob", "nomail");
        long plan = ledger.plan().id();
        ledger.push(FilledLedger::applied);
        assertThat(status.awardsOfPlan(plan, 10)).containsExactly(
                new Awarded(ChangeKind.AWARD, "badges", "Fedora Project / Packager", "assertion-1", 1, "ada", ledger.clock.instant()),
                new Awarded(ChangeKind.AWARD, "badges", "Fedora Project / Packager", "assertion-2", 2, "bob", ledger.clock.instant()));
        assertThat(status.awardsSince(ledger.clock.instant(), 10)).hasSize(2);
        assertThat(status.awardsSince(ledger.clock.instant().plusMillis(1), 10)).isEmpty();
        assertThat(status.awardsOfPlan(plan + 1, 10)).isEmpty();
    }

    @Test
    void listsRefusedChangesFirstAndSaysWhatToDo() {
        ledger.read("ada", "bob", "cid");
        ledger.plan();
        ledger.push(claim -> claim.key().person() == 1 ? ledger.later(claim, Outcome.RETRY_LATER) : claim.key().person() == 2
                ? ledger.later(claim, Outcome.UNKNOWN) : Settlement.done(claim, Outcome.REFUSED, Optional.empty(), true, "badges refused it: HTTP 404."));
        Failures failures = status.failures(10);
        assertThat(failures.changes()).extracting(ShownChange::state).containsExactly(ChangeState.REFUSED, ChangeState.PLANNED, ChangeState.UNKNOWN);
        assertThat(failures.changes().get(0).message()).contains("badges refused it: HTTP 404.");
        assertThat(failures.changes().get(0).whatToDo()).contains("accolade apply");
        assertThat(failures.changes().get(1).attempts()).isEqualTo(1);
        assertThat(failures.changes().get(1).nextAttempt()).contains(ledger.clock.instant().plusSeconds(60));
        assertThat(failures.refusedCount()).isEqualTo(1);
        assertThat(failures.troubledCount()).isEqualTo(3);
        assertThat(status.failures(1).changes()).hasSize(1);
    }

    @Test
    void saysHowToReleaseWhatALimitHolds() {
        ledger.read("ada", "bob", "cid", "dan");
        ledger.plan();
        ledger.push(FilledLedger::applied);
        ledger.push(FilledLedger::applied);
        ShownChange held = status.openChanges(10, 0).get(0);
        assertThat(held.waitingFor()).contains(WaitingFor.LIMIT);
        assertThat(held.whatToDo()).isEqualTo("Approve it with: accolade approve " + held.id() + " --by NAME");
        Approvals approvals = new Approvals(ledger.database, ledger.clock);
        approvals.approve(List.of(held.id()), "ada", Instant.now().plusSeconds(600));
        assertThat(status.openChanges(10, 0).get(0)).satisfies(approved -> assertThat(approved.whatToDo()).isEqualTo("Nothing: it goes on by itself."));
        approvals.approve(List.of(held.id()), "ada", Instant.now().minusSeconds(60));
        assertThat(status.openChanges(10, 0).get(0)).as("an approval that is over releases nothing").satisfies(over -> {
            assertThat(over.approvedUntil()).isEmpty();
            assertThat(over.whatToDo()).isEqualTo(held.whatToDo());
        });
    }

    @Test
    void showsStoppedObjects() {
        ledger.objects.stop(new Name("badges", "Fedora Project / Nobody"), "There is no such badge class.");
        assertThat(status.failures(10).stopped()).containsExactly(new StoppedObject("badges", "Fedora Project / Nobody", "There is no such badge class."));
        assertThat(status.failures(10).isEmpty()).isFalse();
    }
}
