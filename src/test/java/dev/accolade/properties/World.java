package dev.accolade.properties;

import dev.accolade.flow.PushSteps;
import dev.accolade.ledger.Approvals;
import dev.accolade.ledger.Claims;
import dev.accolade.ledger.Correlation;
import dev.accolade.ledger.Database;
import dev.accolade.ledger.GroupCommit;
import dev.accolade.ledger.Hints;
import dev.accolade.ledger.Leases;
import dev.accolade.ledger.Objects;
import dev.accolade.ledger.Persons;
import dev.accolade.ledger.Plans;
import dev.accolade.ledger.Plans.Summary;
import dev.accolade.ledger.Remedies;
import dev.accolade.ledger.Sealing;
import dev.accolade.ledger.Settlements;
import dev.accolade.ledger.ShrinkGuard;
import dev.accolade.ledger.Snapshots;
import dev.accolade.ledger.Snapshots.Cause;
import dev.accolade.model.Coverage;
import dev.accolade.model.Coverage.Kind;
import dev.accolade.reconcile.Premises;
import dev.accolade.reconcile.Reconciler;
import dev.accolade.rules.RuleBook;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;

/** The real ledger, reads, plans and pushers over a village and targets that are not real, and what may be done to them. */
final class World {

    static final Duration CONFIRM_AFTER = Duration.ofMinutes(10);
    static final Duration MAX_AGE = Duration.ofDays(2);
    static final Duration IDENTITY_WAIT = Duration.ofDays(20);
    static final Map<String, Duration> AGES = Map.of(Village.FEDORA, MAX_AGE, Village.REEF, MAX_AGE);
    static final Duration LEASE = Duration.ofMinutes(5);

    final SteppedClock clock = new SteppedClock();
    final Village village = new Village();
    final Observed observed = new Observed();
    final Database database;
    final GroupCommit commits;
    final Snapshots snapshots;
    final Hints hints;
    final Approvals approvals;
    final Claims claims;
    final Objects objects;
    Reconciler reconciler;
    Map<String, Duration> verified = AGES;
    Says says = Says.NOTHING;
    final Premises premises;
    final List<Reading> underWay = new ArrayList<>();
    final List<Worker> workers = new ArrayList<>();
    final Set<Long> approved = new HashSet<>();
    RuleBook book = Rulebooks.of(Rulebooks.ALL);
    final Watch watch;
    final SavedLater saved;
    final BadgrTarget badges;
    final LearningLockerTarget lrs;
    final List<Target> targets;
    final CamelContext camel;
    private int owners;
    private boolean surveyed;

    World(Database database, GroupCommit commits, CamelContext camel, Path folder) {
        this.database = database;
        this.commits = commits;
        this.camel = camel;
        this.snapshots = new Snapshots(database, clock, new Sealing(CONFIRM_AFTER, new ShrinkGuard(3, 0.5)), Ledgers.nobodyErased());
        this.hints = new Hints(database, clock, Ledgers.nobodyErased());
        this.approvals = new Approvals(database, clock);
        this.objects = new Objects(database, clock, Ledgers.nobodyErased());
        this.premises = new Premises(database, objects, () -> book, () -> says.file(), AGES);
        restart(AGES);
        this.badges = new BadgrTarget(this);
        this.lrs = new LearningLockerTarget(this);
        this.targets = List.of(badges, lrs);
        this.claims = new Claims(database, clock, LEASE, targets.stream().collect(Collectors.toMap(Target::name, Target::limits)));
        this.watch = new Watch(this);
        this.saved = new SavedLater(this, folder.resolve("plan.json"));
        workers.add(worker());
        workers.add(worker());
    }

    /** The process that plans is started with these sources said to vouch for their addresses. */
    void restart(Map<String, Duration> vouching) {
        verified = vouching;
        reconciler = new Reconciler(new Persons(database, AGES, verified.keySet()), new Correlation(database, clock, verified, () -> says.file()), new Plans(database, clock), objects,
                premises, new Leases(database, clock), clock, "one", IDENTITY_WAIT);
    }

    Worker worker() {
        return new Worker(camel, new PushSteps(claims, new Settlements(commits, clock), objects, clock, "worker-" + ++owners, 3, targets.stream().map(Target::name).toList()), targets);
    }

    Target target(String name) {
        return targets.stream().filter(target -> target.name().equals(name)).findFirst().orElseThrow();
    }

    /** The process ends without a word; another takes its place. */
    void crash(int worker) {
        workers.set(worker, worker());
    }

    /** What operators do after they have mended a cause. */
    void retryRefused() {
        new Remedies(database, clock).retryRefused("operator");
    }

    /** Waits until what the workers settled is written. */
    void durable() {
        commits.commit(handle -> true);
    }

    private void survey() {
        if (surveyed) {
            return;
        }
        surveyed = true;
        targets.forEach(target -> target.objects().forEach(object -> {
            Objects.Name name = new Objects.Name(target.name(), object);
            objects.pin(name, target.objectId(object));
            objects.found(target.found(target.objectId(object)));
            objects.endSurvey(name);
        }));
    }

    /** Reads a source as its route does, all of it or up to a read that fails. */
    void pull(String source, int failing) {
        List<Coverage> reads = new ArrayList<>(List.of(Coverage.of(source, Kind.PEOPLE)));
        if (source.equals(Village.FEDORA)) {
            reads.add(Coverage.of(source, Kind.EVERYTHING));
        } else {
            reads.add(Coverage.of(source, Kind.SCOPES));
            village.groups.get(source).keySet().forEach(group -> reads.add(new Coverage(source, Kind.SCOPE, group)));
        }
        for (int i = 0; i < reads.size(); i++) {
            begin(reads.get(i), Cause.SCHEDULE);
            end(underWay.size() - 1, i != failing);
        }
    }

    /** Begins a read that shows what is there at this moment. */
    boolean begin(Coverage coverage, Cause cause) {
        boolean there = switch (coverage.kind()) {
            case SCOPE -> village.groups.get(coverage.source()).containsKey(coverage.id());
            case MEMBER -> village.members.get(coverage.source()).containsKey(coverage.id());
            default -> true;
        };
        if (there) {
            underWay.add(Reading.begin(this, coverage, cause));
        }
        return there;
    }

    /** A read comes to its end; those begun earlier may still be under way. */
    void end(int which, boolean complete) {
        if (!underWay.isEmpty()) {
            underWay.remove(which % underWay.size()).end(complete);
        }
    }

    /** Follows all hints that wait, as the route does. */
    void followHints(boolean complete) {
        for (String source : List.of(Village.FEDORA, Village.REEF)) {
            for (Hints.Hint hint : hints.waiting(source, 100)) {
                if (begin(hint.coverage(), Cause.HINT)) {
                    end(underWay.size() - 1, complete);
                    if (!complete) {
                        hints.postpone(hint, clock.instant().plusSeconds(5), "failed");
                        continue;
                    }
                    planAbout(hint.coverage());
                }
                hints.clear(hint);
            }
        }
    }

    private void planAbout(Coverage coverage) {
        plan(() -> coverage.kind() == Kind.MEMBER ? reconciler.members(coverage.source(), List.of(coverage.id()), "hint")
                : reconciler.scope(coverage.source(), coverage.id(), "hint"));
    }

    void plan() {
        plan(() -> reconciler.everybody("test"));
        watch.plannedForEverybody();
    }

    private void plan(Supplier<Summary> planning) {
        survey();
        durable();
        planning.get();
        watch.planned();
        watch.emptyAgain(planning.get());
    }

    /** Everything is read, planned and done without a fault. */
    void sync(int worker) {
        pull(Village.FEDORA, -1);
        pull(Village.REEF, -1);
        plan();
        push(worker);
    }

    /** One worker does all there is to do now. */
    void push(int worker) {
        push(workers.get(worker), Optional.empty(), done -> Fake.Mood.WELL);
    }

    /** @param run that has chosen what may be done; empty for all. @param moods how the calls end, one after the other */
    void push(Worker busy, Optional<String> run, IntFunction<Fake.Mood> moods) {
        int done = 0;
        for (Target target : targets) {
            do {
                while (busy.hasWork(target)) {
                    busy.step(target, moods.apply(done++));
                }
                durable();
            } while (busy.claim(target, run));
        }
    }

    /** Somebody approves some of what is held. @param every 1 for all, 2 for each second one, and so on */
    void approve(int every) {
        List<Long> held = approvals.held();
        List<Long> chosen = held.stream().filter(id -> id % every == 0).toList();
        approved.addAll(approvals.approve(chosen, "tester", clock.instant().plus(Duration.ofHours(30))));
    }

    void approveShrinkages() {
        database.read(handle -> handle.createQuery("select source, scope_id from shrinkage").map((row, context) -> List.of(row.getString(1), row.getString(2))).list())
                .forEach(held -> approvals.approveShrinkage(held.get(0), held.get(1), "tester", clock.instant().plus(Duration.ofDays(1))));
    }
}
