package dev.accolade.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accolade.ledger.Erasure.Badges;
import dev.accolade.ledger.Snapshots.Cause;
import dev.accolade.ledger.Snapshots.Right;
import dev.accolade.ledger.Snapshots.Snapshot;
import dev.accolade.ledger.view.History;
import dev.accolade.model.ChangeKind;
import dev.accolade.model.Coverage;
import dev.accolade.model.Member;
import dev.accolade.model.MemberKey;
import dev.accolade.model.Outcome;
import dev.accolade.model.Scope;
import dev.accolade.model.ScopeKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ann (1) is erased, while reads, workers and events go on. Ann (2) is another person of the same name. */
class ErasureTest {

    @TempDir
    Path folder;
    TestLedger ledger;
    Erasures erasures;
    Claims claims;

    @BeforeEach
    void open() {
        ledger = new TestLedger(folder);
        erasures = new Erasures(ledger.database, ledger, ledger.erased);
        claims = ledger.claims(1000, 1000, 1, 1000);
        Snapshot everything = begin(Coverage.Kind.EVERYTHING);
        stage(everything, "1", "2");
        ledger.snapshots.seal(everything);
        ledger.correlation.correlate();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void takesOutWhatTellsOfThemAndOfNobodyElse() {
        assertThat(erasures.ask(1, Badges.KEEP, "Ada").done()).isTrue();
        assertThat(members()).containsExactly("2 ann-2@example.org");
        assertThat(ledger.held()).containsExactly("packager/2");
        assertThat(new History(ledger.database).verify(Optional.empty())).satisfies(all -> assertThat(all.problem()).isEmpty());
        assertThat(erasures.ask(1, Badges.REVOKE, "Ada").done()).as("once is enough").isTrue();
    }

    @Test
    void nobodyComesBackWithALaterRead() {
        erasures.ask(1, Badges.KEEP, "Ada");
        Snapshot later = begin(Coverage.Kind.EVERYTHING);
        stage(later, "1", "2");
        ledger.snapshots.seal(later);
        assertThat(members()).containsExactly("2 ann-2@example.org");
        assertThat(ledger.held()).containsExactly("packager/2");
    }

    @Test
    void aReadThatRunsMeanwhileBringsNobodyBack() {
        Snapshot before = begin(Coverage.Kind.EVERYTHING);
        stage(before, "1");
        erasures.ask(1, Badges.KEEP, "Ada");
        stage(before, "1", "2");
        ledger.snapshots.seal(before);
        assertThat(members()).containsExactly("2 ann-2@example.org");
        assertThat(ledger.held()).containsExactly("packager/2");
    }

    @Test
    void aReadOfThemAloneLeavesNotEvenTheirNumber() {
        Snapshot running = ledger.snapshots.begin(new Coverage("fedora", Coverage.Kind.MEMBER, "1"), Cause.HINT);
        erasures.ask(1, Badges.KEEP, "Ada");
        stage(running, "1");
        ledger.snapshots.seal(running);
        ledger.snapshots.fail(ledger.snapshots.begin(new Coverage("fedora", Coverage.Kind.MEMBER, "1"), Cause.HINT), "HTTP 500");
        assertThat(texts("select kind || coverage_id from coverage union all select kind || coverage_id from snapshot")).containsOnly("EVERYTHING", "MEMBER");
    }

    @Test
    void theirAddressOnAnAccountNeverSeenBeforeIsTheirs() {
        erasures.ask(1, Badges.KEEP, "Ada");
        Snapshot elsewhere = ledger.snapshots.begin(Coverage.of("reef", Coverage.Kind.EVERYTHING), Cause.SCHEDULE);
        ledger.snapshots.stageRights(elsewhere, List.of(new Right("77", "divers", "member")));
        ledger.snapshots.stageMembers(elsewhere, List.of(member("reef", "77", "ANN-1@example.org")));
        ledger.snapshots.seal(elsewhere);
        assertThat(members()).containsExactly("2 ann-2@example.org");
        assertThat(texts("select member_id from entitlement where source = 'reef'")).isEmpty();
    }

    @Test
    void whoeverStayedAndGetsTheirAddressLosesNothing() {
        erasures.ask(1, Badges.KEEP, "Ada");
        Snapshot later = begin(Coverage.Kind.EVERYTHING);
        ledger.snapshots.stageMembers(later, List.of(member("fedora", "2", "ann-1@example.org")));
        stage(later, "packager");
        ledger.snapshots.stageRights(later, List.of(new Right("2", "packager", "user")));
        ledger.snapshots.seal(later);
        assertThat(members()).containsExactly("2 -");
        assertThat(ledger.held()).containsExactly("packager/2");
    }

    @Test
    void whatAWorkerIsAtIsSettledFirst() {
        long change = ledger.plan(ChangeKind.AWARD, "a", 1, 1, Optional.empty());
        ledger.plan(ChangeKind.AWARD, "b", 1, 1, Optional.empty());
        Claim claim = claims.claim("badges", "me", 1).get(0);

        assertThat(erasures.ask(1, Badges.KEEP, "Ada").waitsFor()).containsExactly(change);
        assertThat(members()).as("the worker may have to look at the target").contains("1 ann-1@example.org");
        assertThat(claims.claim("badges", "me", 9)).as("nothing else is begun").isEmpty();

        ledger.settlements.settle(Settlement.done(claim, Outcome.APPLIED, Optional.of("r1"), true, "Awarded."));
        assertThat(erasures.advance()).singleElement().satisfies(erasure -> assertThat(erasure.done()).isTrue());
        assertThat(ledger.grants()).isEmpty();
        assertThat(erasures.advance()).isEmpty();
    }

    @Test
    void whatFailedMeanwhileIsNotTriedAgain() {
        long change = ledger.plan(ChangeKind.AWARD, "a", 1, 1, Optional.empty());
        Claim claim = claims.claim("badges", "me", 1).get(0);
        erasures.ask(1, Badges.KEEP, "Ada");
        ledger.settlements.settle(new Settlement(claim, Outcome.RETRY_LATER, Optional.empty(), true, "HTTP 503", Optional.empty()));
        assertThat(erasures.advance()).singleElement().satisfies(erasure -> assertThat(erasure.done()).isTrue());
        assertThat(ledger.state(change)).isEqualTo("SUPERSEDED");
    }

    @Test
    void revokesFirstWhatIsOursUnderTheLimits() {
        ledger.live("a", 1, 1);
        ledger.live("b", 1, 1);
        ledger.database.change(handle -> handle.execute("update grants set ours = 0 where object_id = 'b'"));
        List<Long> waitsFor = erasures.ask(1, Badges.REVOKE, "Ada").waitsFor();

        assertThat(waitsFor).hasSize(1);
        assertThat(ledger.claims(9, 0, 1, 9).claim("badges", "me", 9)).isEmpty();
        assertThat(erasures.advance()).singleElement().satisfies(held -> assertThat(held.waitsFor()).isEqualTo(waitsFor));
        ledger.approvals.approve(waitsFor, "Ada", ledger.now.plusSeconds(60));
        Claim claim = claims.claim("badges", "me", 9).get(0);
        assertThat(claim.kind()).isEqualTo(ChangeKind.REVOKE);
        assertThat(claim.remoteId()).contains("a1");
        ledger.settlements.settle(Settlement.done(claim, Outcome.APPLIED, claim.remoteId(), true, "Revoked."));
        assertThat(erasures.advance()).singleElement().satisfies(erasure -> assertThat(erasure.done()).isTrue());
        assertThat(texts("select cause from plan")).containsExactly("erase");
    }

    @Test
    void aRevocationThatTheTargetRefusesMayBeDropped() {
        ledger.live("a", 1, 1);
        long revocation = erasures.ask(1, Badges.REVOKE, "Ada").waitsFor().get(0);
        Claim claim = claims.claim("badges", "me", 9).get(0);
        ledger.settlements.settle(Settlement.done(claim, Outcome.REFUSED, claim.remoteId(), true, "HTTP 404"));
        assertThat(erasures.advance().get(0).waitsFor()).containsExactly(revocation);
        new Remedies(ledger.database, ledger).drop(List.of(revocation), "Ada");
        assertThat(erasures.advance().get(0).done()).isTrue();
        assertThat(members()).containsExactly("2 ann-2@example.org");
    }

    @Test
    void anEventAboutThemIsNotKept() {
        Events events = new Events(ledger.database, ledger, ledger.erased);
        Hints hints = new Hints(ledger.database, ledger, ledger.erased);
        events.keep("fedora", "event", "User1", null);
        hints.raise(new Coverage("fedora", Coverage.Kind.MEMBER, "user1"));
        erasures.ask(1, Badges.KEEP, "Ada");
        for (String name : List.of("1", "USER1", "ann-1@example.org", "user2")) {
            events.keep("fedora", "event", name, null);
            hints.raise(new Coverage("fedora", Coverage.Kind.MEMBER, name));
        }
        assertThat(texts("select member from event")).containsExactly("user2");
        assertThat(hints.waiting("fedora", 9)).singleElement().satisfies(hint -> assertThat(hint.coverage().id()).isEqualTo("user2"));
    }

    @Test
    void theirEnrolmentGoesAndDoesNotComeBackByAnEvent() {
        Accounts accounts = new Accounts(ledger.database, ledger, Seal.of(folder.resolve("key")));
        String id = accounts.enrol("academy", "ann-1@example.org", "token");
        ledger.member("academy", id, "ann-1@example.org");
        ledger.correlation.correlate();
        erasures.ask(1, Badges.KEEP, "Ada");
        assertThat(accounts.ids("academy")).isEmpty();
        assertThat(accounts.enrolUnverified("academy", "Ann-1@example.org", "token")).isEmpty();
        assertThatThrownBy(() -> accounts.enrol("academy", "ann-1@example.org", "token")).isInstanceOf(LedgerException.class).hasMessageContaining("erased");
        assertThat(texts("select payload from history where kind = 'ENROLLED' and payload is not null")).isEmpty();
    }

    @Test
    void readsNothingUnderAnotherKeyThanTheirs() {
        erasures.ask(1, Badges.KEEP, "Ada");
        Snapshots other = new Snapshots(ledger.database, ledger, new Sealing(java.time.Duration.ZERO, new ShrinkGuard(4, 0.5)), new Erased(Seal.of(folder.resolve("other-key"))));
        Snapshot snapshot = other.begin(Coverage.of("fedora", Coverage.Kind.PEOPLE), Cause.SCHEDULE);
        assertThatThrownBy(() -> other.stageMembers(snapshot, List.of(member("fedora", "1", "ann-1@example.org")))).isInstanceOf(LedgerException.class)
                .hasMessageContaining("key file");
    }

    private Snapshot begin(Coverage.Kind kind) {
        return ledger.snapshots.begin(Coverage.of("fedora", kind), Cause.SCHEDULE);
    }

    private void stage(Snapshot snapshot, String... ids) {
        ledger.snapshots.stageScopes(snapshot, List.of(new Scope(new ScopeKey("fedora", "packager"), "packager")));
        for (String id : ids) {
            if (!id.equals("packager")) {
                ledger.snapshots.stageMembers(snapshot, List.of(member("fedora", id, "ann-" + id + "@example.org")));
                ledger.snapshots.stageRights(snapshot, List.of(new Right(id, "packager", "user")));
            }
        }
    }

    private static Member member(String source, String id, String email) {
        return new Member(new MemberKey(source, id), "user" + id, Optional.of(email), Optional.of("Ann"), "active");
    }

    private List<String> members() {
        return texts("select id || ' ' || coalesce(email, '-') from member order by id");
    }

    private List<String> texts(String sql) {
        return ledger.database.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
