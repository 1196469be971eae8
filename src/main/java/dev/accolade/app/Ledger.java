package dev.accolade.app;

import dev.accolade.config.Settings;
import dev.accolade.ledger.Accounts;
import dev.accolade.ledger.Approvals;
import dev.accolade.ledger.Barriers;
import dev.accolade.ledger.Claims;
import dev.accolade.ledger.Correlation;
import dev.accolade.ledger.Database;
import dev.accolade.ledger.Drifts;
import dev.accolade.ledger.Erased;
import dev.accolade.ledger.Erasures;
import dev.accolade.ledger.Events;
import dev.accolade.ledger.Glances;
import dev.accolade.ledger.GroupCommit;
import dev.accolade.ledger.Hints;
import dev.accolade.ledger.Inspections;
import dev.accolade.ledger.Leases;
import dev.accolade.ledger.Limits;
import dev.accolade.ledger.Names;
import dev.accolade.ledger.Objects;
import dev.accolade.ledger.People;
import dev.accolade.ledger.Pauses;
import dev.accolade.ledger.Persons;
import dev.accolade.ledger.Plans;
import dev.accolade.ledger.Pruning;
import dev.accolade.ledger.Remedies;
import dev.accolade.ledger.Seal;
import dev.accolade.ledger.Sealing;
import dev.accolade.ledger.Settlements;
import dev.accolade.ledger.ShrinkGuard;
import dev.accolade.ledger.Skews;
import dev.accolade.ledger.Snapshots;
import dev.accolade.ledger.Unaccounted;
import dev.accolade.ledger.view.Generations;
import dev.accolade.ledger.view.Status;
import dev.accolade.reconcile.Premises;
import dev.accolade.reconcile.Why;
import dev.accolade.rules.Identities;
import dev.accolade.rules.RuleBook;
import dev.accolade.saved.SavedPlans;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The ledger's parts, opened with the settings that concern them. */
public final class Ledger implements AutoCloseable {

    private final Database database;
    private final GroupCommit commits;
    private final Clock clock;
    private final Settings settings;

    /** @throws dev.accolade.ledger.LedgerException when the ledger or its key cannot be used */
    public Ledger(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.database = new Database(settings.resolve("accolade.ledger"));
        this.commits = new GroupCommit(database);
    }

    public Database database() {
        return database;
    }

    public Snapshots snapshots() {
        ShrinkGuard guard = new ShrinkGuard(settings.program().count("guard.members"), settings.program().number("guard.share"));
        return new Snapshots(database, clock, new Sealing(settings.program().duration("removal.confirm-after"), guard), erased());
    }

    public Persons persons() {
        return new Persons(database, maxAges(), verified().keySet());
    }

    public Correlation correlation(Supplier<Identities> identities) {
        return new Correlation(database, clock, verified(), identities);
    }

    /** Sources that vouch for the addresses they show, with how long what they say counts. */
    private Map<String, Duration> verified() {
        Map<String, Duration> verified = new TreeMap<>(maxAges());
        verified.keySet().removeIf(name -> !settings.sources().get(name).isOn("email-verified"));
        return verified;
    }

    public Plans plans() {
        return new Plans(database, clock);
    }

    public Objects objects() {
        return new Objects(database, clock, erased());
    }

    public Inspections inspections() {
        return new Inspections(database, clock, erased());
    }

    public Glances glances() {
        return new Glances(database, clock);
    }

    public Drifts drifts() {
        return new Drifts(database, clock);
    }

    public Unaccounted unaccounted() {
        return new Unaccounted(database, clock);
    }

    /** Plans in files. */
    public SavedPlans savedPlans(Supplier<RuleBook> rules) {
        return new SavedPlans(database, clock, rules);
    }

    public Barriers barriers() {
        return new Barriers(database, clock);
    }

    public Pauses pauses() {
        return new Pauses(database, clock);
    }

    public Leases leases() {
        return new Leases(database, clock);
    }

    public Hints hints() {
        return new Hints(database, clock, erased());
    }

    public Events events() {
        return new Events(database, clock, erased());
    }

    public Names names() {
        return new Names(database);
    }

    public People people() {
        return new People(database);
    }

    /** What plans rest on. */
    public Premises premises(Supplier<RuleBook> rules, Supplier<Identities> identities) {
        return new Premises(database, objects(), rules, identities, maxAges());
    }

    /** Why people have what they have. */
    public Why why(Supplier<RuleBook> rules, Supplier<Identities> identities) {
        return new Why(persons(), premises(rules, identities), new Generations(database), new Status(database), clock);
    }

    public Remedies remedies() {
        return new Remedies(database, clock);
    }

    public Pruning pruning() {
        return new Pruning(database, clock, settings.program().duration("accolade.keep"));
    }

    public Erasures erasures() {
        return new Erasures(database, clock, erased());
    }

    private Erased erased() {
        return new Erased(seal());
    }

    private Seal seal() {
        return Seal.of(settings.resolve("accolade.key-file"));
    }

    public Approvals approvals() {
        return new Approvals(database, clock);
    }

    public Settlements settlements() {
        return new Settlements(commits, clock);
    }

    /** @throws dev.accolade.ledger.LedgerException when the key file cannot be used */
    public Accounts accounts() {
        return new Accounts(database, clock, seal());
    }

    public Claims claims() {
        Map<String, Limits> limits = new TreeMap<>();
        settings.targets().forEach((name, target) -> limits.put(name, new Limits(target.count("awards-per-day"), target.count("removals-per-day"),
                target.number("removal-share"), target.number("removal-share-month"), target.count("removals-always-allowed"),
                new Limits.Narrow(target.count("awards-per-object"), new Limits.Growth(target.number("award-share"), target.count("awards-always-allowed")),
                        target.count("awards-per-scope"), target.count("removals-per-scope"), target.number("removal-share-scope")),
                target.optional("first-award-limit").map(Integer::parseInt).orElse(0))));
        return new Claims(database, clock, settings.program().duration("accolade.lease"), limits, skewLimit());
    }

    public Skews skews() {
        return new Skews(database, clock);
    }

    /** How far a service's clock may be away before what rests on times waits. */
    public Duration skewLimit() {
        return settings.program().duration("accolade.clock-skew");
    }

    /** How long a complete read of each source counts as knowledge. */
    public Map<String, Duration> maxAges() {
        Map<String, Duration> ages = new TreeMap<>();
        settings.sources().forEach((name, source) -> ages.put(name, source.duration("max-age")));
        return ages;
    }

    @Override
    public void close() {
        commits.close();
        database.close();
    }
}
