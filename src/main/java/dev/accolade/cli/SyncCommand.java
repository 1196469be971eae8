package dev.accolade.cli;

import dev.accolade.app.Accolade;
import dev.accolade.config.Settings;
import dev.accolade.flow.Headers;
import dev.accolade.ledger.Hints;
import dev.accolade.ledger.view.Status;
import dev.accolade.ledger.view.WaitingHint;
import dev.accolade.model.Coverage;
import dev.accolade.model.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code accolade sync}. */
@Command(name = "sync", description = {"Looks again and does what follows: at everything, at one source, or at one member or scope of it.",
    "With --member or --scope it asks for nothing else, and plans for nobody else."})
final class SyncCommand extends Action {

    /** One or the other. */
    static final class One {

        @Option(names = "--member", paramLabel = "NAME", required = true, description = "User name or id of one person in the source.")
        String member;

        @Option(names = "--scope", paramLabel = "NAME", required = true, description = "Name or id of one group or company in the source.")
        String scope;
    }

    @Option(names = "--source", paramLabel = "NAME", description = "A configured source; may be left out with --member and --scope when there is only one.")
    String source;

    @ArgGroup
    One one;

    @Override
    public Integer call() {
        Settings settings = settings();
        Collection<String> sources = sources(settings);
        if (one != null && sources.size() > 1) {
            throw new WrongUse("There are several sources, so --source is needed too: one of " + sources + ".");
        }
        try (Accolade accolade = open(settings)) {
            Optional<String> failure = Optional.empty();
            if (one == null) {
                progress().each("Reading", sources, accolade::pull);
                accolade.reconcile();
            } else {
                Coverage coverage = coverage(accolade, sources.iterator().next());
                failure = follow(accolade, coverage).or(() -> nobody(accolade, coverage));
            }
            failure.ifPresent(message -> err().println("accolade: " + message));
            int code = finish(accolade, new Applying(accolade).run(progress()));
            return code == ExitCode.OK && failure.isPresent() ? ExitCode.FAILED : code;
        }
    }

    private Collection<String> sources(Settings settings) {
        if (source == null) {
            return settings.sources().keySet();
        }
        if (settings.source(source).isEmpty()) {
            throw new WrongUse("There is no source '" + source + "'; " + Nearest.hint(source, settings.sources().keySet()) + ".");
        }
        return List.of(source);
    }

    private Coverage coverage(Accolade accolade, String from) {
        if ((one.member == null ? one.scope : one.member).isBlank()) {
            throw new WrongUse("--" + (one.member == null ? "scope" : "member") + " is empty. Nothing was read.");
        }
        if (one.member != null) {
            boolean isAccount = accolade.settings().sources().get(from).type().equals("cloudspot");
            return new Coverage(from, Coverage.Kind.MEMBER, isAccount ? one.member.toLowerCase(Locale.ROOT) : one.member);
        }
        return new Coverage(from, Coverage.Kind.SCOPE, accolade.ledger().names().scopeId(from, one.scope).orElse(one.scope));
    }

    /** As an event would; empty when all went well, else what went wrong. */
    private static Optional<String> follow(Accolade accolade, Coverage coverage) {
        Hints hints = accolade.ledger().hints();
        hints.raise(coverage);
        try (var template = accolade.context().createProducerTemplate()) {
            hints.waiting(coverage.source(), Integer.MAX_VALUE).stream().filter(hint -> hint.coverage().equals(coverage))
                    .forEach(hint -> template.sendBodyAndHeader("direct:follow-hint-" + coverage.source(), hint, Headers.SERVICE, coverage.source()));
        } catch (java.io.IOException closing) {
            throw new java.io.UncheckedIOException(closing);
        }
        return new Status(accolade.ledger().database()).failures(Integer.MAX_VALUE).hints().stream().filter(hint -> hint.coverage().equals(coverage)).findFirst()
                .map(SyncCommand::failure);
    }

    /** What is read of nobody looks like what is read of somebody who is as they should be. */
    private Optional<String> nobody(Accolade accolade, Coverage coverage) {
        String from = coverage.source();
        if (one.member != null) {
            boolean isAccount = accolade.settings().sources().get(from).type().equals("cloudspot");
            return isAccount ? Optional.of(coverage.id()).filter(name -> accolade.accounts().idOf(from, name).isEmpty()).map(name -> coverage + " is not enrolled, so nothing was read. Enrol it: accolade token login " + from + " --username EMAIL")
                    : Optional.of(coverage).filter(any -> accolade.ledger().people().find(from + ":" + one.member).isEmpty()
                            && (one.member.indexOf('@') < 0 || accolade.ledger().people().find(one.member).isEmpty()))
                    .map(any -> coverage + " is nobody that " + from + " knows, or was erased; so nothing was read. Give the user name or number that they have there.");
        }
        return Optional.of(coverage).filter(any -> accolade.ledger().names().scopeId(from, one.scope).isEmpty())
                .map(any -> coverage + " is not known here. If it is new, have everything read: accolade sync --source " + from);
    }

    private static String failure(WaitingHint hint) {
        return "The read failed, and nothing was taken from anybody. " + hint.failure().orElse("");
    }
}
