package dev.accolade.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program: {@code accolade COMMAND}. */
@Command(name = "accolade", description = "Turns what people are in one system into what they earn in another, and keeps it true.",
        mixinStandardHelpOptions = true, scope = ScopeType.INHERIT, versionProvider = Version.class, usageHelpAutoWidth = true,
        sortOptions = false, exitCodeOnInvalidInput = ExitCode.USAGE, exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:ok; for plan --detailed-exitcode: nothing to do now",
            "1:failed, or a source could not be read, or a target not be asked or listed whole",
            "2:plan --detailed-exitcode: changes wait",
            "3:some changes failed or are not done yet; failures: there are some; erase: not erased yet",
            "4:held by a limit until somebody approves",
            "5:plan: a target would refuse some of it",
            "6:verify: something on a target differs from the ledger",
            "64:wrong usage or configuration"},
        subcommands = {DemoCommand.class, RunCommand.class, CheckCommand.class, PlanCommand.class, ApplyCommand.class, SyncCommand.class,
            ApproveCommand.class, VerifyCommand.class, PauseCommand.class, ResumeCommand.class, StatusCommand.class, WhyCommand.class, HistoryCommand.class, FailuresCommand.class, EraseCommand.class, SandboxCommand.class, TokenCommand.class})
public final class Main {

    /** How results are printed. */
    enum Form {
        text, json
    }

    @Option(names = "--home", paramLabel = "DIR", scope = ScopeType.INHERIT,
            description = "Folder that relative paths begin in (default: ACCOLADE_HOME, else the current folder).")
    Path home;

    @Option(names = "--config", paramLabel = "FILE", scope = ScopeType.INHERIT, description = "Settings file (default: config/application.properties).")
    Path config;

    @Option(names = "--output", paramLabel = "FORM", scope = ScopeType.INHERIT, defaultValue = "text",
            description = "text for people or json for programs (default: ${DEFAULT-VALUE}).")
    Form form;

    final Surroundings surroundings;

    Main(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Ready to execute; output goes to the given writers. */
    static CommandLine commandLine(Surroundings surroundings, PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(new Main(surroundings));
        return line.setOut(out).setErr(err).setExecutionExceptionHandler(Mishaps::handle).setParameterExceptionHandler(Mishaps::wrongUse).setCaseInsensitiveEnumValuesAllowed(true);
    }

    public static void main(String[] args) {
        quieten(args);
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = commandLine(Surroundings.ofProcess(), out, err).execute(args.length == 0 ? new String[] {"--help"} : args);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** A command says itself what it did; only {@code run} has nothing but its log. Set before the first logger is made. */
    private static void quieten(String[] args) {
        if (System.getenv("ACCOLADE_LOG") == null && !java.util.List.of(args).contains("run")) {
            System.setProperty("ACCOLADE_LOG", "WARN");
        }
    }
}
