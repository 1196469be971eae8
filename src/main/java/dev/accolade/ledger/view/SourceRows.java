package dev.accolade.ledger.view;

import dev.accolade.model.Coverage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** What the ledger holds of sources. */
final class SourceRows {

    private static final int LISTED = 20;
    private static final String NAME = """
             case {kind} when 'SCOPE' then (select s.name from scope s where s.source = {t}.source and s.id = {t}.coverage_id)
                when 'MEMBER' then (select m.username from member m where m.source = {t}.source and m.id = {t}.coverage_id) end as name""";

    private final Handle handle;

    SourceRows(Handle handle) {
        this.handle = handle;
    }

    List<SourceStatus> sources(Collection<String> configured) {
        TreeSet<String> names = new TreeSet<>(configured);
        names.addAll(handle.createQuery("select source from coverage union select source from account union select source from hint").mapTo(String.class).list());
        return names.stream().map(this::source).toList();
    }

    private SourceStatus source(String source) {
        return new SourceStatus(source, coverages(source), count("member where source = ? and absent_since is null", source),
                count("scope where source = ? and absent_since is null", source), count("entitlement where source = ? and gone_at is null", source),
                failed(source, LISTED), held(source), count("account where source = ?", source), count("account where source = ? and refused_since is not null", source),
                count("hint where source = ?", source), hints("source = :source", source, LISTED));
    }

    private long count(String rows, String source) {
        return handle.createQuery("select count(*) from " + rows).bind(0, source).mapTo(Long.class).one();
    }

    private List<CoverageSummary> coverages(String source) {
        return handle.createQuery("""
                select kind, count(*) as known, count(complete_at) as complete, count(failed_at) as failed, min(complete_at) as oldest, max(complete_at) as newest
                from coverage where source = ? group by kind""").bind(0, source)
                .map((row, context) -> new CoverageSummary(Coverage.Kind.valueOf(row.getString("kind")), row.getLong("known"), row.getLong("complete"),
                        row.getLong("failed"), Columns.time(row, "oldest"), Columns.time(row, "newest"))).list();
    }

    /** @param source empty for all */
    List<FailedCoverage> failed(String source, int limit) {
        return handle.createQuery("select c.source, c.kind, c.coverage_id, c.failed_at, c.failure, c.complete_at, " + named("c")
                + " from coverage c where c.failed_at is not null and (:source = '' or c.source = :source)"
                + " order by c.failed_at desc, c.source, c.kind, c.coverage_id limit :limit")
                .bind("source", source).bind("limit", limit)
                .map((row, context) -> new FailedCoverage(coverage(row), Columns.text(row, "name"), Instant.ofEpochMilli(row.getLong("failed_at")),
                        Columns.text(row, "failure").orElse(""), Columns.time(row, "complete_at"))).list();
    }

    private List<HeldScope> held(String source) {
        return handle.createQuery("""
                select h.source, h.scope_id, h.members_before, h.members_after, h.since, h.approved_until,
                    (select s.name from scope s where s.source = h.source and s.id = h.scope_id) as name
                from shrinkage h where h.source = ? order by h.since, h.scope_id limit ?""").bind(0, source).bind(1, LISTED)
                .map((row, context) -> new HeldScope(row.getString("source"), row.getString("scope_id"), Columns.text(row, "name"), row.getLong("members_before"),
                        row.getLong("members_after"), Instant.ofEpochMilli(row.getLong("since")), Columns.time(row, "approved_until"))).list();
    }

    List<WaitingHint> failedHints(int limit) {
        return hints("attempts > 0", "", limit);
    }

    private List<WaitingHint> hints(String which, String source, int limit) {
        return handle.createQuery("select h.source, h.kind, h.coverage_id, h.raised_at, h.attempts, h.not_before, h.failure, " + named("h")
                + " from hint h where " + which + " order by h.raised_at, h.source, h.kind, h.coverage_id limit :limit").bind("source", source).bind("limit", limit)
                .map((row, context) -> new WaitingHint(coverage(row), Columns.text(row, "name"), Instant.ofEpochMilli(row.getLong("raised_at")),
                        row.getInt("attempts"), Columns.time(row, "not_before"), Columns.text(row, "failure"))).list();
    }

    private static String named(String table) {
        return NAME.replace("{kind}", table + ".kind").replace("{t}", table);
    }

    private static Coverage coverage(ResultSet row) throws SQLException {
        return new Coverage(row.getString("source"), Coverage.Kind.valueOf(row.getString("kind")), row.getString("coverage_id"));
    }

    List<EnrolledAccount> enrolled() {
        return handle.createQuery("select source, id, username, verified, refused_since from account order by source, username")
                .map((row, context) -> new EnrolledAccount(row.getString(1), row.getString(2), row.getString(3), row.getInt(4) != 0,
                        Columns.time(row, "refused_since"))).list();
    }
}
