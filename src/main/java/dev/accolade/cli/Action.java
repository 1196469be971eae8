package dev.accolade.cli;

import dev.accolade.app.Accolade;
import dev.accolade.app.IdentitiesInForce;
import dev.accolade.app.Ledger;
import dev.accolade.app.RulesInForce;
import dev.accolade.cli.view.ApplyJson;
import dev.accolade.cli.view.ApplyText;
import dev.accolade.cli.view.JsonLines;
import dev.accolade.cli.view.Progress;
import dev.accolade.config.Settings;
import dev.accolade.model.Person;
import dev.accolade.ledger.view.Status;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What every command has at hand. */
abstract class Action implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    final CommandSpec spec() {
        return spec;
    }

    final Surroundings surroundings() {
        return main().surroundings;
    }

    final boolean isJson() {
        return main().form == Main.Form.json;
    }

    final Path home() {
        return Optional.ofNullable(main().home)
                .orElseGet(() -> Path.of(Optional.ofNullable(surroundings().environment().apply("ACCOLADE_HOME")).orElse("."))).toAbsolutePath().normalize();
    }

    final Path configFile() {
        return Optional.ofNullable(main().config).orElseGet(() -> home().resolve(Settings.FILE));
    }

    /** @throws dev.accolade.config.SettingsException naming everything that is missing or wrong */
    final Settings settings() {
        return Settings.read(home(), configFile(), surroundings().environment());
    }

    /** An Accolade that does only what it is asked. */
    final Accolade open() {
        return open(settings());
    }

    final Accolade open(Settings settings) {
        return Accolade.start(settings, Accolade.Mode.COMMAND, surroundings().clock());
    }

    /** The ledger alone, where there is one already. */
    final Ledger openLedger() {
        Settings settings = settings();
        Path file = settings.resolve("accolade.ledger");
        if (!Files.exists(file)) {
            throw new IllegalStateException("There is no ledger at " + file + " yet, so there is nothing to show or approve. Make one with: accolade plan");
        }
        return new Ledger(settings, surroundings().clock());
    }

    /** Rules that stand still now, each as a sentence; asks the ledger alone. */
    final List<String> stoppedRules(Settings settings, RulesInForce rules, Ledger ledger) {
        return ledger.premises(rules, new IdentitiesInForce(settings)).problems(surroundings().clock().instant());
    }

    /** @throws WrongUse unless exactly one person is meant */
    final long person(Ledger ledger, String named) {
        List<Long> found = ledger.people().find(named);
        if (found.size() != 1) {
            throw new WrongUse((found.isEmpty() ? "Nobody here is called so" : "Several persons are called so: " + found.stream().map(Person::label).toList())
                    + ". Name the person as p-17, by e-mail, or as SOURCE:NAME with a user name or number, such as fedora:ingrid.");
        }
        return found.get(0);
    }

    final Progress progress() {
        return new Progress(surroundings().terminal());
    }

    /** Tells what an operator did about changes; with 1 when numbers were given and nothing could be done for any of them. */
    final int settled(List<Long> asked, List<Long> done, String what, String key, String by) {
        List<Long> others = asked.stream().filter(id -> !done.contains(id)).toList();
        if (isJson()) {
            new JsonLines(out()).print(Map.of(key, done, "notInTrouble", others, "by", by));
        } else {
            out().println(done.isEmpty() ? "No change was concerned." : what + " " + (done.size() == 1 ? "change " : "changes ") + done.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ", by " + by + ".");
            others.forEach(id -> err().println("accolade: Change " + id + " is none that is in trouble; it was left as it is. See which are: accolade failures"));
        }
        return done.isEmpty() && !asked.isEmpty() ? ExitCode.FAILED : ExitCode.OK;
    }

    /** Prints what became of changes; the exit code is 0 only when nothing at all went wrong. */
    final int finish(Accolade accolade, Applying.Result result) {
        Map<String, String> failedReads = new TreeMap<>(accolade.failedReads());
        Status status = new Status(accolade.ledger().database());
        if (isJson()) {
            new JsonLines(out()).print(ApplyJson.of(result, failedReads, accolade.stoppedRules(), status.barred()));
        } else {
            new ApplyText(out()).print(result, failedReads, accolade.stoppedRules(), status.barred());
        }
        status.paused().forEach(one -> err().println("accolade: " + one.sentence()));
        status.leftAlone().forEach(one -> err().println("accolade: " + one.sentence()));
        status.skewed(accolade.ledger().skewLimit()).forEach(one -> err().println("accolade: " + one.sentence()));
        return result.exitCode() == ExitCode.OK && !failedReads.isEmpty() ? ExitCode.FAILED : result.exitCode();
    }

    private Main main() {
        return (Main) spec.root().userObject();
    }
}
