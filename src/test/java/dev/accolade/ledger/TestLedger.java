package dev.accolade.ledger;

import dev.accolade.ledger.Snapshots.Cause;
import dev.accolade.ledger.Snapshots.Right;
import dev.accolade.ledger.Snapshots.Snapshot;
import dev.accolade.model.ChangeKind;
import dev.accolade.model.Coverage;
import dev.accolade.model.Desired;
import dev.accolade.model.Member;
import dev.accolade.model.MemberKey;
import dev.accolade.model.Scope;
import dev.accolade.model.ScopeKey;
import dev.accolade.model.WaitingFor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A ledger in a file, with a clock that stands still until it is moved. */
final class TestLedger extends Clock implements AutoCloseable {

    static final Duration LEASE = Duration.ofMinutes(5);

    volatile Instant now = Instant.parse("2026-03-01T00:00:00Z");
    final Database database;
    final Erased erased;
    final Snapshots snapshots;
    final GroupCommit commits;
    final Settlements settlements;
    final Correlation correlation;
    final Approvals approvals;

    TestLedger(Path folder) {
        database = new Database(folder.resolve("ledger.db"));
        erased = new Erased(Seal.of(folder.resolve("key")));
        snapshots = new Snapshots(database, this, new Sealing(Duration.ofMinutes(10), new ShrinkGuard(4, 0.5)), erased);
        commits = new GroupCommit(database);
        settlements = new Settlements(commits, this);
        correlation = new Correlation(database, this);
        approvals = new Approvals(database, this);
    }

    TestLedger forward(Duration time) {
        now = now.plus(time);
        return this;
    }

    Claims claims(int awards, int removals, double share, int always) {
        return new Claims(database, this, LEASE, Map.of("badges", new Limits(awards, removals, share, 1, always)));
    }

    /** Begins a read of everything. @param rights group and member, as in {@code packager/1} */
    Snapshot everything(String... rights) {
        return stage(snapshots.begin(Coverage.of("fedora", Coverage.Kind.EVERYTHING), Cause.SCHEDULE), rights);
    }

    Snapshot stage(Snapshot snapshot, String... rights) {
        snapshots.stageScopes(snapshot, Stream.of(rights).map(right -> right.split("/")[0]).distinct().map(id -> new Scope(new ScopeKey("fedora", id), id)).toList());
        snapshots.stageRights(snapshot, Stream.of(rights).map(right -> right.split("/")).filter(parts -> parts.length > 1)
                .map(parts -> new Right(parts[1], parts[0], "user")).toList());
        return snapshot;
    }

    void read(String... rights) {
        snapshots.seal(everything(rights));
    }

    /** Rights that are not gone, as group and member. */
    List<String> held() {
        return database.read(handle -> handle.createQuery("select scope_id || '/' || member_id from entitlement where gone_at is null order by 1").mapTo(String.class).list());
    }

    void member(String source, String id, String email) {
        Snapshot people = snapshots.begin(new Coverage(source, Coverage.Kind.MEMBER, id), Cause.SCHEDULE);
        snapshots.stageMembers(people, List.of(new Member(new MemberKey(source, id), "user" + id, Optional.ofNullable(email), Optional.empty(), "active")));
        snapshots.seal(people);
    }

    long personOf(String source, String id) {
        return database.read(handle -> handle.createQuery("select person from member where source = ? and id = ?").bind(0, source).bind(1, id).mapTo(Long.class).one());
    }

    long plan(ChangeKind kind, String object, long person, int generation, Optional<WaitingFor> waiting) {
        return database.write(handle -> handle.createUpdate("""
                insert into change (plan, target, object_id, object_name, person, generation, kind, state, waiting_for, rule, rule_line, reason, evidence_json,
                    desired_json, earned_by_json, remote_id, ours)
                values (1, 'badges', :object, :object, :person, :generation, :kind, :state, :waiting, 'rule', 1, 'EARNED', '{}', :desired, '{"rule":"c"}', :remote, 1)""")
                .bind("object", object).bind("person", person).bind("generation", generation).bind("kind", kind.name())
                .bind("state", waiting.isPresent() ? "WAITING" : "PLANNED").bind("waiting", waiting.map(WaitingFor::name).orElse(null))
                .bind("desired", Json.write(new Desired.Badge(Optional.of("p" + person + "@example.org"), Optional.empty(), List.of())))
                .bind("remote", kind == ChangeKind.REVOKE ? object + person : null).executeAndReturnGeneratedKeys("id").mapTo(Long.class).one());
    }

    /** Persons from one number to another get a live grant. */
    void live(String object, int from, int to) {
        database.change(handle -> {
            for (int person = from; person <= to; person++) {
                handle.execute("insert into grants (target, object_id, person, generation, state, remote_id, ours, shown_json, earned_by_json, since) "
                        + "values ('badges', ?, ?, 1, 'LIVE', ?, 1, '{\"type\":\"badge\",\"recipient\":null,\"narrative\":null,\"evidence\":[]}', '{}', 0)", object, person, object + person);
            }
        });
    }

    String state(long change) {
        return database.read(handle -> handle.createQuery("select state || coalesce(' ' || waiting_for, '') from change where id = ?").bind(0, change).mapTo(String.class).one());
    }

    List<String> grants() {
        return database.read(handle -> handle.createQuery("select person || ' ' || object_id || ' ' || generation || ' ' || state || ' ' || remote_id from grants order by 1")
                .mapTo(String.class).list());
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public void close() {
        commits.close();
        database.close();
    }
}
