package dev.accolade.properties;

import dev.accolade.ledger.Database;
import dev.accolade.ledger.GroupCommit;
import dev.accolade.ledger.Snapshots.Cause;
import dev.accolade.model.Coverage;
import dev.accolade.model.Coverage.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import net.jqwik.api.state.Transformer;
import org.apache.camel.impl.DefaultCamelContext;

/** Random villages, rules, reads, events, faults, workers and clocks against the real ledger. */
abstract class Histories {

    private static final List<String> SOURCES = List.of(Village.FEDORA, Village.REEF);

    private static Path folder;
    private static Database database;
    private static GroupCommit commits;
    private static DefaultCamelContext camel;

    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("accolade-properties");
        database = new Database(folder.resolve("ledger.db"));
        commits = new GroupCommit(database);
        camel = new DefaultCamelContext();
    }

    @AfterContainer
    static void close() throws IOException {
        commits.close();
        database.close();
        camel.close();
        Ledgers.delete(folder);
    }

    /** In each step what must hold holds, and once all is quiet everybody has exactly what they have earned. */
    static void live(ActionChain<World> history) {
        history.withInvariant("what must hold in every step", world -> world.watch.step()).run();
        new Quiet(history.finalState().orElseThrow()).comes();
    }

    @Provide
    ActionChainArbitrary<World> histories() {
        return ActionChain.startWith(Histories::fresh)
                .withAction(5, step("joins", Histories::joins))
                .withAction(5, step("leaves", (world, n) -> world.village.leave(n)))
                .withAction(3, step("comes back", (world, n) -> world.village.comeBack(n)))
                .withAction(1, step("vanishes", (world, n) -> world.village.vanish(source(n), member(n))))
                .withAction(2, step("changes address", Histories::changesAddress))
                .withAction(1, step("operator says", (world, n) -> world.says = n % 7 == 0 ? Says.NOTHING : world.says.and(n % 3 == 0, named(n), named(n / 3 + 7))))
                .withAction(1, step("source vouches", (world, n) -> world.restart(n % 3 == 0 ? Map.of(Village.FEDORA, World.MAX_AGE) : World.AGES)))
                .withAction(2, step("turns into a bot or back", (world, n) -> world.village.turn(source(n), member(n))))
                .withAction(1, step("renames group", Histories::renames))
                .withAction(1, step("dissolves group", (world, n) -> world.village.dissolve(source(n), group(n))))
                .withAction(2, step("rules change", (world, n) -> world.book = Rulebooks.of(n % 3 == 0 ? Rulebooks.ALL : n & 4095)))
                .withAction(6, step("all goes well", Histories::goesWell))
                .withAction(3, step("pull", (world, n) -> world.pull(source(n), n % 5 == 4 ? n / 7 % 4 : -1)))
                .withAction(3, step("read begins", (world, n) -> world.begin(coverage(n), n % 11 < 3 ? Cause.HINT : Cause.SCHEDULE)))
                .withAction(3, step("read ends", (world, n) -> world.end(n, n % 5 < 4)))
                .withAction(2, step("event", (world, n) -> Stream.generate(() -> narrow(n)).limit(1 + n % 3).forEach(world.hints::raise)))
                .withAction(2, step("follows hints", (world, n) -> world.followHints(n % 4 < 3)))
                .withAction(5, step("plan", (world, n) -> world.plan()))
                .withAction(2, step("saves plan", Histories::saves))
                .withAction(2, step("applies saved plan", (world, n) -> world.saved.apply(done -> mood(n + done * 7))))
                .withAction(2, step("approve", (world, n) -> world.approve(1 + n % 3)))
                .withAction(1, step("approve shrinkages", (world, n) -> world.approveShrinkages()))
                .withAction(6, step("claim", (world, n) -> world.targets.forEach(target -> world.workers.get(n % 2).claim(target))))
                .withAction(12, step("works", Histories::works))
                .withAction(2, step("late answer", (world, n) -> world.workers.get(n % 2).answerArrives()))
                .withAction(2, step("crash", (world, n) -> world.crash(n % 2)))
                .withAction(1, step("operator retries", (world, n) -> world.retryRefused()))
                .withAction(8, step("time", (world, n) -> world.clock.move(PAUSES.get(n % PAUSES.size()))))
                .withMaxTransformations(60);
    }

    private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(11), Duration.ofSeconds(40), Duration.ofMinutes(3), Duration.ofMinutes(6), Duration.ofHours(7),
            Duration.ofHours(25), Duration.ofDays(3), Duration.ofSeconds(-20));

    private static Action.Independent<World> step(String name, BiConsumer<World, Integer> what) {
        return () -> Arbitraries.integers().between(0, 4199).map(n -> Transformer.mutate(name + " " + n, world -> what.accept(world, n)));
    }

    private static World fresh() {
        Ledgers.empty(database);
        World world = new World(database, commits, camel, folder);
        for (int n = 0; n < 48; n += 5) {
            joins(world, n);
        }
        world.badges.awardedBefore("Packager", "m1@example.org", false);
        world.badges.awardedBefore("Packager", "m2@example.org", true);
        world.badges.awardedBefore("Veteran", "m0@example.org", false);
        world.lrs.madeBefore("Academy", "fedora1", List.of("all"), false);
        world.lrs.madeBefore("Academy", "fedora2", List.of("statements/read/mine", "state"), true);
        world.lrs.madeBefore("Academy", "fedora3", List.of("statements/read/mine", "statements/delete"), true);
        return world;
    }

    private static String source(int n) {
        return SOURCES.get(n % 2);
    }

    private static String group(int n) {
        return n % 2 == 0 ? List.of("1", "2", "3").get(n / 2 % 3) : List.of("7", "8").get(n / 2 % 2);
    }

    private static String member(int n) {
        return String.valueOf(n / 12 % 5 + 1);
    }

    private static String named(int n) {
        return source(n) + ":" + member(n);
    }

    /** One of a few addresses, in either case; empty for nobody's. */
    private static Optional<String> email(int n) {
        return n % 8 == 7 ? Optional.empty() : Optional.of("m" + n % 8 + "@example.org");
    }

    /** Every third time for long enough that what is gone is surely gone. */
    private static void goesWell(World world, int n) {
        world.sync(n % 2);
        if (n % 3 == 0) {
            world.watch.step();
            world.clock.move(World.CONFIRM_AFTER.plusMinutes(1));
            world.sync(n % 2);
        }
    }

    private static void saves(World world, int n) {
        world.pull(source(n), -1);
        world.saved.save();
    }

    private static void works(World world, int n) {
        world.workers.get(n % 2).step(world.badges, mood(n / 2));
        world.workers.get(n % 2).step(world.lrs, mood(n / 5));
    }

    private static Fake.Mood mood(int n) {
        return n % 3 == 0 ? Fake.Mood.values()[n / 3 % Fake.Mood.values().length] : Fake.Mood.WELL;
    }

    private static Coverage coverage(int n) {
        return n % 4 < 2 ? Coverage.of(source(n), n % 2 == 0 ? Kind.EVERYTHING : Kind.PEOPLE) : narrow(n);
    }

    private static Coverage narrow(int n) {
        return n / 2 % 2 == 0 ? new Coverage(source(n), Kind.MEMBER, member(n)) : new Coverage(source(n), Kind.SCOPE, group(n));
    }

    private static void joins(World world, int n) {
        world.village.members.get(source(n)).putIfAbsent(member(n), email(n / 12 + n % 2).map(text -> n % 5 == 0 ? text.toUpperCase(Locale.ROOT) : text));
        world.village.join(source(n), group(n), member(n), source(n).equals(Village.REEF) ? "member" : n % 3 == 0 ? "sponsor" : "user");
    }

    private static void changesAddress(World world, int n) {
        world.village.members.get(source(n)).computeIfPresent(member(n), (id, before) -> email(n / 60));
    }

    /** Only what a rule found before: nobody can tell a new name that was never seen from another group. */
    private static void renames(World world, int n) {
        String name = world.village.groups.get(source(n)).get(group(n));
        if (name != null && new Seen(world.database).pins().contains(name)) {
            world.village.groups.get(source(n)).put(group(n), name + "-renamed");
        }
    }
}
