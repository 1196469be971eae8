package dev.accolade.cli;

import dev.accolade.app.Ledger;
import dev.accolade.cli.view.JsonLines;
import dev.accolade.ledger.Approvals;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code accolade approve}. */
@Command(name = "approve", description = {"Releases changes that a limit holds, or says that a scope really has become that small.",
    "An approval has a name and an end, and counts for the changes as they were planned. They are done by accolade run, or by accolade apply."})
final class ApproveCommand extends Action {

    /** What is approved. */
    static final class What {

        @Option(names = "--changes", paramLabel = "CHANGE", split = ",", required = true, description = "Numbers of held changes, separated by commas.")
        List<Long> changes;

        @Option(names = "--all-held", required = true, description = "All changes that are held now.")
        boolean allHeld;

        @Option(names = "--scope", paramLabel = "SOURCE:NAME", required = true, description = "A scope that shrank; SOURCE: alone for a whole source that did.")
        String scope;
    }

    private static final int LISTED = 20;
    private static final Duration LONGEST = Duration.ofDays(3_660);

    @ArgGroup
    What what;

    @Parameters(paramLabel = "NUMBER", arity = "0..*", description = {"Numbers of held changes, as accolade plan and the dashboard show them.",
        "With --changes or --all-held: one number, of the plan they must be of."})
    List<Long> numbers = List.of();

    @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who approves; kept with the approval.")
    String by;

    @Option(names = "--until", paramLabel = "TIME", defaultValue = "P1D",
            description = "When the approval ends: a time such as 2030-01-31T12:00:00Z or a length of time such as PT8H (default: ${DEFAULT-VALUE}).")
    String until;

    @Override
    public Integer call() {
        Instant end = end();
        if (by.isBlank()) {
            throw new WrongUse("--by is empty. An approval needs the name of who gave it.");
        }
        Operator.onOneLine("--by", by);
        if (what == null ? numbers.isEmpty() : numbers.size() > (what.scope == null ? 1 : 0)) {
            throw new WrongUse("What is to be approved? Write one of: NUMBER... of changes; [PLAN] --changes NUMBER,...; [PLAN] --all-held; --scope SOURCE:NAME. Nothing was approved.");
        }
        try (Ledger ledger = openLedger()) {
            return what != null && what.scope != null ? scope(ledger.approvals(), end) : changes(ledger.approvals(), end);
        }
    }

    private List<Long> wanted(Approvals approvals) {
        if (what == null) {
            return numbers;
        }
        List<Long> held = numbers.isEmpty() ? approvals.held() : approvals.heldOf(numbers.get(0));
        return what.allHeld ? held : numbers.isEmpty() ? what.changes : what.changes.stream().filter(held::contains).toList();
    }

    private int changes(Approvals approvals, Instant end) {
        List<Long> approved = approvals.approve(wanted(approvals), by, end);
        if (isJson()) {
            new JsonLines(out()).print(Map.of("approved", approved, "by", by, "until", end));
        } else if (approved.isEmpty()) {
            err().println("accolade: Nothing was approved: none of these changes is held by a limit or until somebody approves. " + oneByOne(approvals));
        } else {
            out().println("Approved by " + by + " until " + end + ": " + (approved.size() == 1 ? "change " : "changes ")
                    + String.join(", ", approved.stream().map(String::valueOf).toList()) + ". They are done by accolade run, or now by: accolade apply");
        }
        return approved.isEmpty() ? ExitCode.FAILED : ExitCode.OK;
    }

    private String oneByOne(Approvals approvals) {
        List<Long> undoing = what != null && what.allHeld ? approvals.undoing(LISTED) : List.of();
        return undoing.isEmpty() ? "See what is: accolade plan --no-pull"
                : "What would undo somebody else's doing is meant one by one: accolade approve " + String.join(" ", undoing.stream().map(String::valueOf).toList())
                        + (undoing.size() == LISTED ? " and perhaps more" : "") + ", or accolade verify --heal";
    }

    private int scope(Approvals approvals, Instant end) {
        String[] parts = what.scope.split(":", 2);
        if (parts.length < 2) {
            throw new WrongUse("--scope is '" + what.scope + "', but must be SOURCE:NAME, such as fedora:packager.");
        }
        boolean done = approvals.approveShrinkage(parts[0], parts[1], by, end);
        if (isJson()) {
            new JsonLines(out()).print(Map.of("approved", done ? List.of(what.scope) : List.of(), "by", by, "until", end));
        } else if (done) {
            out().println("Approved by " + by + " until " + end + ": the next reads of " + what.scope + " may take rights away.");
        } else {
            err().println("accolade: Nothing was approved: no scope " + what.scope + " is held. See what is: accolade status");
        }
        return done ? ExitCode.OK : ExitCode.FAILED;
    }

    private Instant end() {
        Instant now = surroundings().clock().instant();
        try {
            Instant end = until.startsWith("P") ? now.plus(Duration.parse(until)) : Instant.parse(until);
            if (end.isAfter(now.plus(LONGEST))) {
                throw new WrongUse("--until is '" + until + "', which is more than ten years away. An approval needs an end. Nothing was approved.");
            }
            if (end.isAfter(now)) {
                return end;
            }
        } catch (DateTimeException | ArithmeticException neither) {
            throw new WrongUse("--until is '" + until + "', but must be a time such as 2030-01-31T12:00:00Z or a length of time such as PT8H or P1D. Nothing was approved.");
        }
        throw new WrongUse("--until is '" + until + "', which is over already. Nothing was approved.");
    }
}
