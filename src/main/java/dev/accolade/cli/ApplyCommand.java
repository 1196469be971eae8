package dev.accolade.cli;

import dev.accolade.app.Accolade;
import dev.accolade.cli.view.FatesJson;
import dev.accolade.cli.view.FatesText;
import dev.accolade.cli.view.JsonLines;
import dev.accolade.ledger.view.Status;
import dev.accolade.saved.Fate;
import dev.accolade.saved.Run;
import dev.accolade.saved.SavedPlan;
import dev.accolade.saved.SavedPlans;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code accolade apply}. */
@Command(name = "apply", description = {"Reads all sources, plans, and does what the plan says; gives changes that were refused before another turn.",
    "Ends when nothing more can be done now, and says what is left and when it is tried again: by accolade run, or by the next apply.",
    "With FILE it does just the changes of that file which are still what they were when it was written, tells of each what became of it, and sends nothing else. "
    + "It ends with 3 when one of them was skipped, refused, not sent or is not done yet, and with 4 when some are held."})
final class ApplyCommand extends Action {

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "What accolade plan --out FILE wrote.")
    Path file;

    @Option(names = "--no-pull", description = "Plan from what was read before.")
    boolean noPull;

    @Mixin
    Operator operator;

    @Override
    public Integer call() {
        try (Accolade accolade = open()) {
            return file == null ? everything(accolade) : saved(accolade, accolade.ledger().savedPlans(accolade.rules()));
        }
    }

    private int everything(Accolade accolade) {
        String by = operator.by() + " by apply";
        pull(accolade);
        accolade.ledger().remedies().retryRefused(by);
        tryAgain(accolade, by);
        accolade.reconcile();
        return finish(accolade, new Applying(accolade).run(progress()));
    }

    private int saved(Accolade accolade, SavedPlans plans) {
        SavedPlan plan = plans.read(file);
        String by = operator.by();
        pull(accolade);
        tryAgain(accolade, by + " by apply");
        accolade.reconcile();
        try (Run run = plans.choose(plan, by)) {
            new SavedApplication(accolade, run).perform(progress());
            int code = SavedApplication.exitCode(tell(plan, run));
            warn(accolade);
            return code == ExitCode.OK && !accolade.failedReads().isEmpty() ? ExitCode.FAILED : code;
        }
    }

    private Map<Fate.Kind, Long> tell(SavedPlan plan, Run run) {
        Map<Fate.Kind, Long> counts = new EnumMap<>(Fate.Kind.class);
        List<Fate> fates = new ArrayList<>();
        FatesText text = new FatesText(out());
        run.fates(fate -> {
            counts.merge(fate.kind(), 1L, Long::sum);
            if (isJson()) {
                fates.add(fate);
            } else {
                text.print(fate);
            }
        });
        if (isJson()) {
            new JsonLines(out()).print(FatesJson.of(plan, fates, counts, run.others()));
        } else {
            text.print(counts, run.others());
        }
        return counts;
    }

    private void warn(Accolade accolade) {
        accolade.failedReads().forEach((coverage, failure) -> err().println("accolade: The read of " + coverage + " failed; nobody loses anything by it. " + failure));
        new Status(accolade.ledger().database()).skewed(accolade.ledger().skewLimit()).forEach(one -> err().println("accolade: " + one.sentence()));
        accolade.stoppedRules().forEach(rule -> err().println("accolade: " + rule));
        err().flush();
    }

    /** Whoever asks for it knows best whether a target that failed works again. */
    private static void tryAgain(Accolade accolade, String by) {
        accolade.settings().targets().keySet().forEach(target -> accolade.ledger().pauses().tryAgain(target, by));
    }

    private void pull(Accolade accolade) {
        if (!noPull) {
            progress().each("Reading", accolade.settings().sources().keySet(), accolade::pull);
        }
    }
}
