package dev.accolade.crash;

import dev.accolade.app.Accolade;
import dev.accolade.ledger.Plans.Summary;
import dev.accolade.sandbox.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One town, and one process after another that is killed there: each is the restart after the one before. */
final class Chain implements AutoCloseable {

    private static final Duration LONGER_THAN_A_LEASE = Duration.ofMinutes(6);
    /** Also longer than the grace of the rules, and than the time between two reads that show an absence. */
    private static final Duration TURN = Duration.ofMinutes(20);
    private static final int KILLED = 128 + 9;
    private static final int PATIENCE_SECONDS = 120;

    final Tally tally = new Tally();
    final Findings findings = Findings.none();
    private final Victims victims;
    private final Town town;
    private final Sabotage sabotage;
    private final Consumer<String> told;
    private final Random random;
    private final Path log;

    Chain(Victims victims, Path folder, int size, long seed, Sabotage sabotage, Consumer<String> told) throws IOException {
        this.victims = victims;
        this.town = new Town(folder, size);
        this.sabotage = sabotage;
        this.told = told;
        this.random = new Random(seed);
        this.log = folder.resolve("victims.log");
    }

    /** @param kills in any order; within a phase those of one kind are done in the order given */
    void run(List<Kill> kills) throws Exception {
        for (Kill kill : of(kills, Phase.ADOPT, Step.MIGRATION)) {
            kill(kill, Trap.STARTING, 1 + random.nextInt(Statements.inMigrations()));
        }
        try (Accolade accolade = town.start()) {
            town.enrol(accolade);
        }
        for (Phase phase : Phase.values()) {
            if (kills.stream().anyMatch(kill -> kill.phase().ordinal() >= phase.ordinal())) {
                live(phase, kills);
            }
        }
    }

    private void live(Phase phase, List<Kill> kills) throws Exception {
        told.accept(phase + " begins after " + tally.kills() + " kills");
        town.happens(phase);
        if (phase == Phase.END) {
            untilQuiet();
            town.clock.forward(Town.VISIT);
        }
        of(kills, phase, Step.PULL).forEach(kill -> kill(kill, Trap.PULLING, 1 + random.nextInt(8)));
        of(kills, phase, Step.SEAL).forEach(kill -> kill(kill, Trap.PULLING, 1 + random.nextInt(8)));
        if (phase == Phase.REVOKE) {
            readTwice();
        }
        of(kills, phase, Step.PLAN).forEach(kill -> kill(kill, Trap.PLANNING, 1 + random.nextInt(12)));
        plan(phase);
        town.sabotage(phase == Phase.ADOPT ? Sabotage.NONE : sabotage);
        for (Kind kind : Kind.values()) {
            kills.stream().filter(kill -> kill.phase() == phase && kill.kind().filter(kind::equals).isPresent())
                    .forEach(kill -> kill(kill, kind.target, kill.step() == Step.BEFORE_INTENT ? 1 : 1 + random.nextInt(2)));
        }
        untilQuiet();
        findings.add(Findings.of(town));
    }

    private static List<Kill> of(List<Kill> kills, Phase phase, Step step) {
        return kills.stream().filter(kill -> kill.phase() == phase && kill.step() == step).toList();
    }

    /** Where the n-th hit is never reached, the first one is tried. */
    private void kill(Kill kill, String place, int nth) {
        try {
            if (once(kill, place, nth) || once(kill, place, 1)) {
                tally.hit(kill);
            } else {
                tally.missed(kill);
            }
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException("a victim could not be started or waited for", broken);
        }
    }

    private boolean once(Kill kill, String place, int nth) throws IOException, InterruptedException {
        CompletableFuture<Process> victim = new CompletableFuture<>();
        Step step = kill.step();
        kill.kind().ifPresent(kind -> arm(kind, step, nth, victim));
        Process process = victims.start(town, log, step.seenByServer() ? List.of() : List.of(step.name(), place, Integer.toString(step == Step.ANSWER_LOST ? 1 : nth)));
        victim.complete(process);
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        kill.kind().ifPresent(kind -> town.wire(kind.service).disarm());
        town.sandbox.faults().clear();
        if (!ended || process.exitValue() != KILLED && process.exitValue() != 0) {
            throw new IllegalStateException("The victim of '" + step.words + "' (" + kill.words() + ") " + (ended ? "failed" : "hung") + ":\n" + Files.readString(log));
        }
        sabotage.between(town.ledger);
        town.clock.forward(LONGER_THAN_A_LEASE);
        return process.exitValue() == KILLED;
    }

    private void arm(Kind kind, Step step, int nth, CompletableFuture<Process> victim) {
        if (step.seenByServer()) {
            town.wire(kind.service).arm(kind, step, nth, victim);
        } else if (step == Step.ANSWER_LOST) {
            town.sandbox.faults().add(Fault.of(kind.service, Fault.Kind.RESET_AFTER).onMethod(kind.method).onPath(kind.path.pattern()).after(nth - 1).times(kind.reads() ? 0 : 1));
        }
    }

    /** What is absent is believed to be after two reads some time apart. */
    private void readTwice() {
        try (Accolade accolade = town.start()) {
            accolade.pullAll();
            town.clock.forward(TURN);
            accolade.pullAll();
        }
    }

    /** Until each kind of this phase waits to be done. */
    private void plan(Phase phase) {
        try (Accolade accolade = town.start()) {
            for (int turn = 0; turn < 6; turn++) {
                accolade.pullAll();
                accolade.reconcile();
                if (List.of(Kind.values()).stream().filter(kind -> kind.phase == phase).allMatch(kind -> open(accolade, "target = '" + kind.target + "' and state = 'PLANNED'") > 0)) {
                    return;
                }
                town.clock.forward(TURN);
            }
            throw new IllegalStateException("In phase " + phase + " not everything was planned that is to be killed; open: " + states(accolade) + ", rules that stand still: "
                    + accolade.stoppedRules() + ", reads that failed: " + accolade.failedReads());
        }
    }

    /** What only a limit keeps from being done belongs to the phase after this one. */
    private void untilQuiet() {
        Summary last = null;
        try (Accolade accolade = town.start()) {
            for (int turn = 0; turn < 12; turn++) {
                town.clock.forward(TURN);
                accolade.pullAll();
                last = accolade.reconcile();
                accolade.push();
                if (last.isEmpty() && open(accolade, "state not in ('DONE', 'SUPERSEDED') and waiting_for is not 'LIMIT'") == 0) {
                    return;
                }
            }
            if (sabotage == Sabotage.NONE) {
                throw new IllegalStateException("It never became quiet; last " + last + ", changes: " + states(accolade) + ", rules that stand still: " + accolade.stoppedRules()
                        + ", reads that failed: " + accolade.failedReads());
            }
        }
    }

    private static int open(Accolade accolade, String which) {
        return accolade.ledger().database().read(handle -> handle.createQuery("select count(*) from change where " + which).mapTo(Integer.class).one());
    }

    private static List<String> states(Accolade accolade) {
        return accolade.ledger().database().read(handle -> handle.createQuery(
                "select target || ' ' || object_name || ' ' || kind || ' ' || state || ' ' || coalesce(waiting_for, '') || ' ' || coalesce(message, '') || ' ' || count(*) from change group by target, object_name, kind, state, waiting_for, message")
                .mapTo(String.class).list());
    }

    @Override
    public void close() {
        town.close();
    }
}
