package dev.accolade.bench;

import dev.accolade.app.Accolade;
import dev.accolade.ledger.Database;
import dev.accolade.ledger.Plans.Summary;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures the main job: pull, plan, a plan that finds nothing to do, push; each beside its floor, measured in the same run on the same machine.
 *
 * <p>One small round goes before, unshown, so that neither side pays for a cold virtual machine. What is done is checked, how long it takes is not.
 */
public final class Bench {

    private static final int WARM_PEOPLE = 2_000;
    private static final int WARM_GROUPS = 50;

    private final Options options;
    private final Heap heap = new Heap();

    private Bench(Options options) {
        this.options = options;
    }

    /** Takes its options from system properties: see {@link Options}. */
    public static void main(String[] arguments) throws Exception {
        Options options = Options.read();
        PrintStream out = System.out;
        out.println("JDK " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors() + " cores, heap limit "
                + Runtime.getRuntime().maxMemory() / (1024 * 1024) + " MiB, " + options);
        Bench bench = new Bench(options);
        bench.round(WARM_PEOPLE, WARM_GROUPS, new Table(new PrintStream(PrintStream.nullOutputStream())));
        Table table = new Table(out);
        for (int people : options.people()) {
            bench.round(people, options.groups(), table);
        }
        System.exit(0);
    }

    private void round(int people, int groups, Table table) throws Exception {
        Path folder = Files.createTempDirectory("accolade-bench");
        List<String> names = IntStream.range(0, groups).mapToObj(group -> group == 0 ? "cla_done" : "team-%03d".formatted(group)).toList();
        try (SandboxProcess sandbox = SandboxProcess.start(people, groups)) {
            Installation installation = new Installation(folder, sandbox, options.concurrency());
            pull(people, installation, names, table);
            Files.copy(folder.resolve("ledger.db"), folder.resolve("push.db"));
            plan(people, installation, names, table);
            push(people, installation, table);
        } finally {
            delete(folder);
        }
    }

    private void pull(int people, Installation installation, List<String> groups, Table table) throws Exception {
        PullFloor floor = new PullFloor(installation.sandbox().base("fas"));
        Duration before = floor.measure();
        try (Accolade accolade = installation.start(installation.folder().resolve("ledger.db"), groups)) {
            heap.begin();
            Duration first = time(() -> accolade.pull("fedora"));
            Heap.Figures firstHeap = heap.end();
            heap.begin();
            Duration again = time(() -> accolade.pull("fedora"));
            Heap.Figures againHeap = heap.end();
            require(accolade.failedReads().isEmpty(), "the pull failed: " + accolade.failedReads());
            Duration least = least(before, floor.measure());
            long held = count(accolade, "select count(*) from entitlement");
            table.row(people, "pull", "%,d memberships, all new".formatted(held), first, Optional.of(least), firstHeap);
            table.row(people, "pull again", "nothing has changed", again, Optional.of(least), againHeap);
        }
    }

    private void plan(int people, Installation installation, List<String> groups, Table table) throws Exception {
        Path ledger = installation.folder().resolve("ledger.db");
        try (Accolade accolade = installation.start(ledger, groups)) {
            heap.begin();
            Duration survey = time(() -> accolade.context().createProducerTemplate().sendBody("direct:survey", null));
            table.row(people, "survey", "%,d badge classes, once".formatted(groups.size()), survey, Optional.empty(), heap.end());
            heap.begin();
            Summary[] made = new Summary[1];
            Duration plan = time(() -> made[0] = accolade.reconcile());
            Heap.Figures planHeap = heap.end();
            require(made[0].planned() > people && accolade.stoppedRules().isEmpty(), "the plan is not what it should be: " + made[0] + accolade.stoppedRules());
            heap.begin();
            Summary[] again = new Summary[1];
            Duration nothing = time(() -> again[0] = accolade.reconcile());
            Heap.Figures nothingHeap = heap.end();
            require(again[0].isEmpty(), "the second plan found something: " + again[0]);
            Path empty = installation.folder().resolve("floor.db");
            new Database(empty).close();
            PlanFloor floor = new PlanFloor(ledger);
            table.row(people, "plan", "%,d changes".formatted(made[0].planned()), plan, Optional.of(floor.readingAndWriting(empty)), planHeap);
            table.row(people, "no-op plan", "%,d changes stay".formatted(again[0].leftOpen()), nothing, Optional.of(least(floor.reading(), floor.reading())), nothingHeap);
        }
    }

    private void push(int people, Installation installation, Table table) throws Exception {
        Path ledger = installation.folder().resolve("push.db");
        List<String> groups;
        try (Database database = new Database(ledger)) {
            groups = sample(database);
        }
        String badgr = installation.sandbox().base("badgr");
        try (Accolade accolade = installation.start(ledger, groups)) {
            Summary plan = accolade.reconcile();
            List<PushFloor.Award> awards = accolade.ledger().database().read(handle -> handle.createQuery("select object_id, object_name from change order by id")
                    .map((row, context) -> new PushFloor.Award(row.getString(1), row.getString(2).replace("Fedora Project / Member of ", ""))).list());
            PushFloor.measure(badgr, options.concurrency(), awards.subList(0, Math.min(2_000, awards.size())), "warm");
            Duration before = PushFloor.measure(badgr, options.concurrency(), awards, "before");
            heap.begin();
            Duration push = time(accolade::push);
            Heap.Figures pushHeap = heap.end();
            Duration least = least(before, PushFloor.measure(badgr, options.concurrency(), awards, "after"));
            require(count(accolade, "select count(*) from grants where state = 'LIVE'") == plan.planned(), "not all of " + plan.planned() + " awards arrived");
            table.row(people, "push", "%,d awards of %d groups, %d at once".formatted(plan.planned(), groups.size(), options.concurrency()), push, Optional.of(least), pushHeap);
            heap.begin();
            Summary[] again = new Summary[1];
            Duration nothing = time(() -> again[0] = accolade.reconcile());
            require(again[0].isEmpty(), "the plan after the push found something: " + again[0]);
            table.row(people, "no-op plan", "%,d grants stay".formatted(again[0].kept()), nothing, Optional.of(new PlanFloor(ledger).reading()), heap.end());
        }
    }

    /** The smallest groups that have as many members together as awards are wanted; everybody in a group is awarded its badge. */
    private List<String> sample(Database database) {
        return database.read(handle -> handle.createQuery("""
                select name from (select s.name, sum(count(*)) over (order by count(*), s.name) - count(*) as before from scope s
                    join entitlement e on e.source = s.source and e.scope_id = s.id where s.name <> 'accounts' group by s.name)
                where before < ?""").bind(0, options.awards()).mapTo(String.class).list());
    }

    private static long count(Accolade accolade, String query) {
        return accolade.ledger().database().read(handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    private static Duration time(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalStateException(message);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException stays) {
                    throw new UncheckedIOException(stays);
                }
            });
        }
    }
}
