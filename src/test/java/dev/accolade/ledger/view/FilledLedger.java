package dev.accolade.ledger.view;

import dev.accolade.ledger.Claim;
import dev.accolade.ledger.Claims;
import dev.accolade.ledger.Correlation;
import dev.accolade.ledger.Database;
import dev.accolade.ledger.Erased;
import dev.accolade.ledger.GroupCommit;
import dev.accolade.ledger.Hints;
import dev.accolade.ledger.Leases;
import dev.accolade.ledger.Limits;
import dev.accolade.ledger.Objects;
import dev.accolade.ledger.Persons;
import dev.accolade.ledger.Plans;
import dev.accolade.ledger.Seal;
import dev.accolade.ledger.Sealing;
import dev.accolade.ledger.Settlement;
import dev.accolade.ledger.Settlements;
import dev.accolade.ledger.ShrinkGuard;
import dev.accolade.ledger.Snapshots;
import dev.accolade.ledger.Snapshots.Cause;
import dev.accolade.ledger.Snapshots.Right;
import dev.accolade.ledger.Snapshots.Snapshot;
import dev.accolade.model.Coverage;
import dev.accolade.model.Member;
import dev.accolade.model.MemberKey;
import dev.accolade.model.Outcome;
import dev.accolade.model.Scope;
import dev.accolade.model.ScopeKey;
import dev.accolade.reconcile.Premises;
import dev.accolade.reconcile.Reconciler;
import dev.accolade.rules.KnownNames;
import dev.accolade.rules.RuleBook;
import dev.accolade.rules.RuleFile;
import dev.accolade.service.http.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A ledger filled the way a run fills it: reads are sealed, the real reconciler plans, changes are claimed and settled. */
final class FilledLedger implements AutoCloseable {

    static final String RULES = """
            version: 1
            rules:
              - id: packager
                title: Packager
                when: {source: fedora, group: packager}
                award: {target: badges, issuer: Fedora Project, badge: Packager}
                on-leave: {do: revoke, after: P7D, reason: No longer in packager}
            """;

    final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
    final Database database;
    final Snapshots snapshots;
    final Objects objects;
    final Hints hints;
    final Claims claims;
    final Status status;
    private final GroupCommit commits;
    private final Settlements settlements;
    private final Reconciler reconciler;

    FilledLedger(Path folder) {
        database = new Database(folder.resolve("ledger.db"));
        commits = new GroupCommit(database);
        settlements = new Settlements(commits, clock);
        Erased erased = new Erased(Seal.of(folder.resolve("key")));
        snapshots = new Snapshots(database, clock, new Sealing(Duration.ofMinutes(10), new ShrinkGuard(4, 0.5)), erased);
        objects = new Objects(database, clock, erased);
        hints = new Hints(database, clock, erased);
        claims = new Claims(database, clock, Duration.ofMinutes(5), Map.of("badges", new Limits(3, 3, 1, 1, 3)));
        status = new Status(database);
        RuleBook book = RuleFile.read(rules(folder), new KnownNames(Map.of("fedora", "fas"), Map.of("badges", "badgr")));
        Map<String, Duration> maxAges = Map.of("fedora", Duration.ofDays(1));
        reconciler = new Reconciler(new Persons(database, maxAges), new Correlation(database, clock), new Plans(database, clock), objects,
                new Premises(database, objects, () -> book, maxAges), new Leases(database, clock), clock, "test");
    }

    private static Path rules(Path folder) {
        try {
            return Files.writeString(folder.resolve("rules.yaml"), RULES);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** A complete read of everything: a group 'packager' with these members, of whom those named 'nomail…' have no address. */
    void read(String... usernames) {
        Snapshot snapshot = snapshots.begin(Coverage.of("fedora", Coverage.Kind.EVERYTHING), Cause.SCHEDULE);
        snapshots.stageScopes(snapshot, List.of(new Scope(new ScopeKey("fedora", "100"), "packager")));
        for (String username : usernames) {
            Optional<String> email = username.startsWith("nomail") ? Optional.empty() : Optional.of(username.replaceAll("@.*", "") + "@example.org");
            snapshots.stageMembers(snapshot, List.of(new Member(new MemberKey("fedora", username), username, email, Optional.of(username), "active")));
            snapshots.stageRights(snapshot, List.of(new Right(username, "100", "user")));
        }
        snapshots.seal(snapshot);
    }

    void failRead(Coverage coverage, String why) {
        snapshots.fail(snapshots.begin(coverage, Cause.SCHEDULE), why);
    }

    Plans.Summary plan() {
        Objects.Name packager = new Objects.Name("badges", "Fedora Project / Packager");
        objects.pin(packager, "class-1");
        objects.endSurvey(packager);
        return reconciler.everybody("schedule");
    }

    /** Claims once and settles what it got. */
    void push(Function<Claim, Settlement> outcome) {
        claims.claim("badges", "worker", 10).forEach(claim -> settlements.settle(outcome.apply(claim)));
    }

    static Settlement applied(Claim claim) {
        return Settlement.done(claim, Outcome.APPLIED, Optional.of("assertion-" + claim.key().person()), true, "Issued.");
    }

    Settlement later(Claim claim, Outcome outcome) {
        return new Settlement(claim, outcome, Optional.empty(), true, "badges answered HTTP 503.", Optional.of(clock.instant().plusSeconds(60)));
    }

    @Override
    public void close() {
        commits.close();
        database.close();
    }
}
