package dev.accolade.cli.view;

import dev.accolade.ledger.view.ShownStep;
import dev.accolade.model.Reason;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Steps of the history, one line each. */
public final class HistoryText {

    /** What a join, a split or a followed group is told with. */
    private static final List<String> FACTS = List.of("link", "separation", "address", "member", "other", "members", "others", "from", "now");

    private final PrintWriter out;

    public HistoryText(PrintWriter out) {
        this.out = out;
    }

    public void print(List<ShownStep> steps) {
        steps.forEach(step -> out.println(line(step)));
        if (steps.isEmpty()) {
            out.println("Nothing of this kind has happened.");
        }
        out.flush();
    }

    /** {@code 2026-11-22 04:13 UTC  12 settled AWARD badges: Fedora Project / Packager for p-17 (ingrid), change 3: APPLIED, by schedule. ...} */
    private static String line(ShownStep step) {
        return Times.minute(step.at()) + "  " + step.id() + " " + step.kind().sentence() + step.changeKind().map(kind -> " " + kind).orElse("")
                + step.target().map(target -> " " + target + ":").orElse("") + step.objectName().or(step::objectId).map(object -> " " + object).orElse("")
                + step.who().map(who -> " for " + who).orElse("") + step.change().map(id -> ", change " + id).orElse("")
                + step.outcome().map(outcome -> ": " + outcome).orElse("") + ", by " + step.actor() + "." + why(step);
    }

    private static String why(ShownStep step) {
        if (step.payload().isEmpty()) {
            return " The rest was erased.";
        }
        Map<String, String> texts = step.payload().get();
        String reason = Optional.ofNullable(texts.get("reason")).map(name -> " " + Reason.valueOf(name).sentence() + " (" + texts.get("rule") + ")").orElse("");
        String drift = texts.containsKey("drift") && reason.isEmpty() ? " " + texts.get("drift").toLowerCase(java.util.Locale.ROOT) + " " + texts.getOrDefault("remoteId", "")
                + texts.entrySet().stream().filter(fact -> fact.getKey().startsWith("drift.")).map(fact -> ", " + fact.getKey().substring(6) + " " + fact.getValue())
                .collect(java.util.stream.Collectors.joining()) : "";
        String evidence = texts.containsKey("evidence.right") ? ", " + texts.get("evidence.right") + " in " + texts.get("evidence.scopeName") : "";
        String because = Optional.ofNullable(texts.get("because")).map(text -> " Because of " + text + FACTS.stream().filter(texts::containsKey)
                .map(name -> ", " + name + " " + texts.get(name)).collect(Collectors.joining())).orElse("");
        String before = texts.containsKey("evidence.previous") ? ", after " + texts.get("evidence.previous") : "";
        String why = Optional.ofNullable(texts.get("why")).map(text -> " " + text).orElse("");
        return reason + drift + because + evidence + before + why + Optional.ofNullable(texts.get("message")).map(message -> "; " + message).orElse("");
    }
}
