package dev.accolade.reconcile;

import dev.accolade.ledger.Correlation;
import dev.accolade.ledger.Leases;
import dev.accolade.ledger.Objects;
import dev.accolade.ledger.Persons;
import dev.accolade.ledger.Plans;
import dev.accolade.ledger.Plans.Summary;
import dev.accolade.plan.Planner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes plans. Only one plan is made at a time on one ledger, whichever process asks. Safe for several threads. */
public final class Reconciler {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private static final String LEASE = "reconcile";
    /** Renewed with each chunk; a process that hangs holds up the others no longer than this, and one that was killed not at all. */
    private static final Duration LEASE_TIME = Duration.ofMinutes(1);
    private static final int CHUNK = 2_000;

    private final Persons persons;
    private final Correlation correlation;
    private final Plans plans;
    private final Objects objects;
    private final Premises premises;
    private final Leases leases;
    private final Clock clock;
    private final String owner;
    private final Duration identityWait;

    /**
     * @param owner        of leases; unique among all processes and threads that share the ledger
     * @param identityWait how long an award waits for its person's address
     */
    public Reconciler(Persons persons, Correlation correlation, Plans plans, Objects objects, Premises premises, Leases leases, Clock clock, String owner, Duration identityWait) {
        this.persons = persons;
        this.correlation = correlation;
        this.plans = plans;
        this.objects = objects;
        this.premises = premises;
        this.leases = leases;
        this.clock = clock;
        this.owner = owner;
        this.identityWait = identityWait;
    }

    /** Plans for everybody. */
    public Summary everybody(String cause) {
        return alone(() -> {
            Premises.Now now = premises.now(moment());
            Run run = new Run(plans.begin(cause), now);
            long last = 0;
            Persons.Chunk chunk = persons.after(last, CHUNK, now.moment());
            while (!chunk.persons().isEmpty()) {
                run.plan(chunk);
                last = chunk.persons().get(chunk.persons().size() - 1).id();
                chunk = persons.after(last, CHUNK, now.moment());
            }
            return run.end();
        });
    }

    /** Plans for the persons of these members alone. */
    public Summary members(String source, Collection<String> memberIds, String cause) {
        return some(() -> persons.ofMembers(source, memberIds), cause);
    }

    /** Plans for these persons alone. */
    public Summary persons(Collection<Long> ids, String cause) {
        return some(() -> ids, cause);
    }

    /** Plans for everybody who holds or held a right in this scope. */
    public Summary scope(String source, String scopeId, String cause) {
        return some(() -> persons.ofScope(source, scopeId), cause);
    }

    private Summary some(Supplier<Collection<Long>> ids, String cause) {
        return alone(() -> {
            Premises.Now now = premises.now(moment());
            Run run = new Run(plans.begin(cause), now);
            List<Long> sorted = ids.get().stream().sorted().toList();
            for (int from = 0; from < sorted.size(); from += CHUNK) {
                run.plan(persons.of(sorted.subList(from, Math.min(from + CHUNK, sorted.size())), now.moment()));
            }
            return run.end();
        });
    }

    /** The ledger keeps milliseconds, and evidence must be the same when it is read back. */
    private Instant moment() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Does something else while no plan is made, by whichever process. */
    <T> T whileNobodyPlans(Supplier<T> work) {
        return alone(work);
    }

    private synchronized <T> T alone(Supplier<T> work) {
        if (!leases.take(LEASE, owner, LEASE_TIME)) {
            LOG.info("Another process is making a plan; this one waits for it.");
            while (!leases.take(LEASE, owner, LEASE_TIME)) {
                pause();
            }
        }
        try {
            correlation.correlate();
            return work.get();
        } finally {
            leases.give(LEASE, owner);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while another process was making a plan; nothing was planned here.", stop);
        }
    }

    /** One plan while it is being made. */
    private final class Run {

        private final long id;
        private final Planner planner;
        private final Planner.Holdings holdings;
        private Summary summary;

        Run(long id, Premises.Now now) {
            this.id = id;
            this.planner = new Planner(now.book(), now.knowledge(), now.targetObjects(), now.moment(), identityWait);
            this.holdings = objects.holdings();
            this.summary = new Summary(id, 0, 0, 0, 0, 0, 0);
        }

        void plan(Persons.Chunk chunk) {
            var decided = chunk.persons().stream().map(person -> planner.plan(person, chunk.grants().getOrDefault(person.id(), List.of()),
                    chunk.open().getOrDefault(person.id(), List.of()), holdings)).toList();
            if (!leases.take(LEASE, owner, LEASE_TIME)) {
                throw new IllegalStateException("Plan " + id + " took so long over one step that another process began its own. What it had written stays; the rest was not planned.");
            }
            plans.write(id, decided);
            for (var one : decided) {
                summary = new Summary(id, summary.persons() + 1, summary.planned() + one.planned().size(), summary.superseded() + one.superseded().size(),
                        summary.kept() + one.kept(), summary.leftOpen() + one.leftOpen(), summary.due() + one.due().size());
            }
        }

        Summary end() {
            LOG.info("Plan {}: {} persons, {} new changes, {} superseded, {} grants stay, {} changes were open before.", id, summary.persons(), summary.planned(),
                    summary.superseded(), summary.kept(), summary.leftOpen());
            return plans.end(summary);
        }
    }
}
