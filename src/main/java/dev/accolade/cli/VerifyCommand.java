package dev.accolade.cli;

import dev.accolade.app.Accolade;
import dev.accolade.cli.view.JsonLines;
import dev.accolade.cli.view.VerifyJson;
import dev.accolade.cli.view.VerifyText;
import dev.accolade.config.Settings;
import dev.accolade.ledger.view.DriftRows;
import dev.accolade.ledger.view.Inspected;
import dev.accolade.ledger.view.ShownDrift;
import dev.accolade.model.Nearest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code accolade verify}. */
@Command(name = "verify", description = {"Compares what is on the targets with the ledger: deleted, revoked, expired, altered by somebody else, there twice, earned by nobody.",
    "Writes to no target; what would undo it is planned, and held unless the rule says on-drift: heal. What others made is counted and left alone.",
    "Ends with 6 when something differs, with 1 when a target could not be listed whole."})
final class VerifyCommand extends Action {

    @Parameters(paramLabel = "TARGET", arity = "0..*", description = "Configured targets (default: all).")
    List<String> targets = List.of();

    @Option(names = "--heal", description = "Heal all that is found and can be healed, within the limits: does what is due on these targets, as apply does.")
    boolean heal;

    @Option(names = "--accept", paramLabel = "FINDING", split = ",", description = "Numbers of findings that are to stay so; they are neither healed nor counted any more.")
    List<Long> accept = List.of();

    @Option(names = "--limit", paramLabel = "N", defaultValue = "1000", description = "Show at most this many findings; 0 for all (default: ${DEFAULT-VALUE}).")
    int limit;

    @Mixin
    Operator operator;

    @Override
    public Integer call() {
        Settings settings = settings();
        Collection<String> chosen = chosen(settings);
        String by = operator.by();
        try (Accolade accolade = open(settings)) {
            return verify(accolade, chosen, by);
        }
    }

    private int verify(Accolade accolade, Collection<String> chosen, String by) {
        Instant began = surroundings().clock().instant();
        List<Long> accepted = accolade.ledger().drifts().accept(accept, by);
        accept.stream().filter(id -> !accepted.contains(id)).forEach(id -> err().println("accolade: " + id + " is no open finding; it was left as it is."));
        progress().each("Listing", chosen, target -> accolade.verify(target, by + " by verify"));
        accolade.reconcile("verify");
        DriftRows rows = new DriftRows(accolade.ledger().database());
        List<ShownDrift> before = rows.unsettled(chosen, limit <= 0 ? Integer.MAX_VALUE : limit);
        long found = rows.open(chosen);
        if (heal && found > 0) {
            accolade.ledger().drifts().heal(chosen, by);
            accolade.reconcile("verify");
            chosen.forEach(accolade::pushTo);
        }
        List<ShownDrift> shown = new ArrayList<>(rows.settled(before.stream().map(ShownDrift::id).toList()));
        shown.addAll(rows.unsettled(chosen, limit <= 0 ? Integer.MAX_VALUE : limit));
        List<Inspected> listed = rows.inspected(chosen).stream().filter(one -> !one.beganAt().isBefore(began.minusMillis(1))).toList();
        print(shown, listed, rows, chosen);
        boolean broken = listed.stream().anyMatch(one -> one.failure().isPresent()) || !accolade.stoppedRules().isEmpty() && listed.isEmpty();
        return broken ? ExitCode.FAILED : rows.open(chosen) > 0 ? ExitCode.DIFFERS : ExitCode.OK;
    }

    private void print(List<ShownDrift> shown, List<Inspected> listed, DriftRows rows, Collection<String> chosen) {
        if (isJson()) {
            JsonLines out = new JsonLines(out());
            shown.forEach(one -> out.print(VerifyJson.of(one)));
            out.print(VerifyJson.summary(listed, rows.open(chosen)));
        } else {
            new VerifyText(out()).print(shown, listed, rows.open(chosen));
        }
    }

    private Collection<String> chosen(Settings settings) {
        targets.stream().filter(target -> !settings.targets().containsKey(target)).findFirst().ifPresent(target -> {
            throw new WrongUse("'" + target + "' is no configured target; " + Nearest.hint(target, settings.targets().keySet()) + ".");
        });
        return targets.isEmpty() ? settings.targets().keySet() : new TreeSet<>(targets);
    }
}
