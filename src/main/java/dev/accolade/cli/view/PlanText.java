package dev.accolade.cli.view;

import dev.accolade.ledger.view.ShownChange;
import dev.accolade.model.ChangeKind;
import dev.accolade.model.WaitingFor;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A plan as a diff: grouped by target and by badge class or store, each change with its person, reason, rule and evidence. */
public final class PlanText {

    private final PrintWriter out;

    public PlanText(PrintWriter out) {
        this.out = out;
    }

    public void print(ShownPlan plan) {
        Map<String, List<ShownChange>> groups = plan.changes().stream()
                .collect(Collectors.groupingBy(change -> change.target() + ": " + change.objectName(), LinkedHashMap::new, Collectors.toList()));
        groups.forEach(this::group);
        if (plan.open() > plan.changes().size()) {
            out.println("... and " + (plan.open() - plan.changes().size()) + " more; see them all with --limit 0.");
        }
        plan.onTargets().forEach(one -> out.println("On " + one.target() + ": " + one.objectName() + ": " + one.sentence() + "."));
        warnings(plan);
        out.println(line(plan));
        if (plan.isEmpty()) {
            out.println("Nothing to do.");
        }
        out.flush();
    }

    private void group(String title, List<ShownChange> changes) {
        out.println(title);
        changes.forEach(change -> out.println("  " + line(change)));
        changes.stream().flatMap(change -> change.barrier().stream()).distinct().forEach(problem -> out.println("  ! would be refused: " + problem));
        out.println();
    }

    /** {@code + ingrid (i…@example.org)  a rule earns this (packager:6): user in packager of fedora, seen since 2026-11-22 04:13 UTC}. */
    static String line(ShownChange change) {
        String rule = change.ruleLine() > 0 ? change.rule() + ":" + change.ruleLine() : change.rule();
        String evidence = evidence(change);
        return String.format("%s %-34s %s (%s)%s%s%s", change.barrier().isPresent() ? "! " + change.kind().sign() : change.kind().sign(), person(change), change.reason().sentence(), rule, evidence.isEmpty() ? "" : ": " + evidence,
                held(change), change.message().map(message -> "; last attempt: " + message).orElse(""));
    }

    private static String person(ShownChange change) {
        Optional<String> address = change.recipient().filter(recipient -> !recipient.equals(change.username()));
        return change.username() + address.map(text -> " (" + text + ")").orElse("");
    }

    /** The right it rests on, in words; for removals whatever else the ledger wrote down. */
    private static String evidence(ShownChange change) {
        Map<String, String> facts = change.evidence();
        if (facts.containsKey("drift")) {
            return facts.get("drift") + facts.entrySet().stream().filter(fact -> fact.getKey().startsWith("drift."))
                    .map(fact -> ", " + fact.getKey().substring(6) + " " + fact.getValue()).collect(Collectors.joining());
        }
        if (facts.containsKey("right") && facts.containsKey("scopeName")) {
            return facts.get("right") + " in " + facts.get("scopeName") + " of " + facts.getOrDefault("scope", "?").split(":")[0]
                    + ", seen since " + Times.minute(facts.getOrDefault("firstSeen", "?"))
                    + (facts.containsKey("scopesTaken") ? "; takes " + facts.get("scopesTaken") : "") + before(facts) + ends(facts);
        }
        if (facts.containsKey("excludedBy")) {
            return facts.get("excludedBy") + ", seen first " + Times.minute(facts.getOrDefault("leftSince", "?"));
        }
        if (facts.containsKey("noLonger")) {
            return "was " + facts.get("noLonger") + ", not so since " + Times.minute(facts.getOrDefault("leftSince", "?"));
        }
        return facts.entrySet().stream().filter(fact -> !fact.getKey().equals("username"))
                .map(fact -> fact.getKey() + " " + fact.getValue()).collect(Collectors.joining(", "));
    }

    /** The generation before it. */
    private static String before(Map<String, String> facts) {
        return !facts.containsKey("previous") ? "" : "; had " + facts.get("previous") + (facts.containsKey("previousEnded") ? " until " + Times.minute(facts.get("previousEnded")) : "")
                + (facts.containsKey("previousWhy") ? ": " + facts.get("previousWhy") : "");
    }

    private static String ends(Map<String, String> facts) {
        return facts.containsKey("until") ? "; ends " + Times.minute(facts.get("ends")) + ", then " + Times.minute(facts.get("until")) : "";
    }

    private static String held(ShownChange change) {
        return change.heldBecause().map(sentence -> " [" + sentence + (change.waitingFor().filter(WaitingFor.TARGET::equals).isPresent() ? ": change " + change.id() + ", see below" : "")
                + (change.waitingFor().filter(WaitingFor.GRACE::equals).isPresent() ? change.dueAt().map(due -> ", until " + Times.minute(due)).orElse("") : "")
                + (change.approvable() ? ": accolade approve " + change.id() : change.approvedUntil().map(until -> "; approved until " + Times.minute(until)).orElse("")) + "]").orElse("");
    }

    private void warnings(ShownPlan plan) {
        plan.barred().forEach(barred -> out.println("! " + barred.sentence()));
        plan.unanswered().forEach((target, why) -> out.println("! " + target + " could not be asked whether it would take this. The plan stays as it is. " + why));
        plan.failedReads().forEach((coverage, failure) -> out.println("! The read of " + coverage + " failed; nobody loses anything by it. " + failure));
        plan.stoppedRules().forEach(rule -> out.println("! " + rule));
        plan.identity().forEach(one -> out.println("! " + one));
        plan.firstAwards().forEach((target, people) -> out.println("! " + (people == 1 ? "1 person" : people + " people") + " will be mailed by Badgr for the first time, through " + target
                + ". To spread it over days: target." + target + ".first-award-limit."));
    }

    /** The one-line summary. */
    public static String line(ShownPlan plan) {
        return "Plan " + plan.summary().id() + ": " + plan.due(ChangeKind.AWARD) + " to award, " + plan.due(ChangeKind.UPDATE) + " to update, "
                + plan.due(ChangeKind.REVOKE) + " to remove, " + plan.held() + " held, " + plan.due(ChangeKind.ADOPT) + " adopted, "
                + (plan.due(ChangeKind.RENEW) > 0 ? plan.due(ChangeKind.RENEW) + " to renew, " : "") + (plan.due(ChangeKind.EXPIRE) > 0 ? plan.due(ChangeKind.EXPIRE) + " come to their end, " : "")
                + (plan.notSent() > 0 ? plan.notSent() + " not sent, because their target would refuse them, " : "")
                + (plan.refused() > 0 ? plan.refused() + " refused, " : "") + (plan.erased() > 0 ? plan.erased() + " persons erased, " : "") + plan.summary().persons() + " persons looked at.";
    }
}
