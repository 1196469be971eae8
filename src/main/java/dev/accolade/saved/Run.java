package dev.accolade.saved;

import dev.accolade.ledger.Aftermath;
import dev.accolade.ledger.Database;
import dev.accolade.ledger.KeptChange;
import dev.accolade.ledger.KeptChanges;
import dev.accolade.ledger.Remedies;
import dev.accolade.ledger.SavedSteps.Skip;
import dev.accolade.ledger.view.LeftAlone;
import dev.accolade.ledger.view.Paused;
import dev.accolade.ledger.view.Status;
import dev.accolade.model.ChangeState;
import dev.accolade.model.WaitingFor;
import dev.accolade.saved.Fate.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One application of a file: what it has chosen, and what became of every change of the file. */
public final class Run implements AutoCloseable {

    private final Database database;
    private final KeptChanges changes;
    private final Reasons reasons;
    private final SavedPlan plan;
    private final String id;
    private final Set<Long> chosen = new HashSet<>();
    private final Map<Long, String> skipped = new HashMap<>();

    Run(Database database, KeptChanges changes, Reasons reasons, SavedPlan plan, String id) {
        this.database = database;
        this.changes = changes;
        this.reasons = reasons;
        this.plan = plan;
        this.id = id;
    }

    /** By which its changes are claimed. */
    public String id() {
        return id;
    }

    /** How many may be done. */
    public long size() {
        return chosen.size();
    }

    /** How many of them are finished. */
    public long done() {
        return changes.done(id);
    }

    /** Whether some worker, here or elsewhere, is at one of them. */
    public boolean isBusy() {
        return changes.claimed(id) > 0;
    }

    /** Open changes that are none of this run's: they are left alone. */
    public long others() {
        return changes.others(id);
    }

    /** Gives those of the file that were refused another turn, as an apply does; no others. */
    public void retryRefused(Remedies remedies) {
        long last = 0;
        for (List<Long> page = changes.refused(id, last); !page.isEmpty(); page = changes.refused(id, last)) {
            remedies.retry(page, "apply");
            last = page.get(page.size() - 1);
        }
    }

    /** Says why what is not among the fresh ones is not done; tells those that a decision was made about. */
    List<Skip> skip(List<SavedChange> page, Map<Long, KeptChange> now, List<KeptChange> fresh) {
        fresh.forEach(change -> chosen.add(change.id()));
        Map<Long, Aftermath> after = Aftermath.of(database, now.values().stream().filter(change -> !chosen.contains(change.id())).toList());
        List<Skip> skips = new ArrayList<>();
        page.stream().filter(saved -> !chosen.contains(saved.id())).forEach(saved -> {
            Optional<KeptChange> kept = Optional.ofNullable(now.get(saved.id()));
            String why = kept.map(change -> change.isOpen() ? reasons.differs(saved, change, after.get(change.id())) : reasons.over(saved, change, after.get(change.id())))
                    .orElseGet(Reasons::pruned);
            skipped.put(saved.id(), why);
            kept.filter(change -> change.state() != ChangeState.DONE).ifPresent(change -> skips.add(new Skip(change, why)));
        });
        return skips;
    }

    /** Hands over what became of each change of the file, in its order. */
    public void fates(Consumer<Fate> each) {
        Map<String, String> paused = new Status(database).paused().stream().collect(Collectors.toMap(Paused::target, Paused::sentence));
        Map<String, String> failing = new Status(database).leftAlone().stream().collect(Collectors.toMap(LeftAlone::target, LeftAlone::sentence));
        for (List<SavedChange> page : pages(plan.changes())) {
            Map<Long, KeptChange> now = changes.of(page.stream().map(SavedChange::id).filter(chosen::contains).toList());
            Map<Long, Aftermath> after = Aftermath.of(database, now.values().stream().filter(change -> !change.isOpen() && change.state() != ChangeState.DONE).toList());
            page.forEach(saved -> each.accept(fate(saved, Optional.ofNullable(now.get(saved.id())), after, paused, failing)));
        }
    }

    private Fate fate(SavedChange saved, Optional<KeptChange> now, Map<Long, Aftermath> after, Map<String, String> paused, Map<String, String> failing) {
        if (!chosen.contains(saved.id()) || now.isEmpty()) {
            return new Fate(saved, Kind.SKIPPED, skipped.getOrDefault(saved.id(), Reasons.pruned()));
        }
        KeptChange change = now.get();
        String message = change.message().orElse("");
        return switch (change.state()) {
            case DONE -> new Fate(saved, change.outcome().filter(outcome -> outcome == dev.accolade.model.Outcome.APPLIED).isPresent() ? Kind.APPLIED : Kind.ALREADY_SO, message);
            case REFUSED -> new Fate(saved, Kind.REFUSED, message);
            case UNKNOWN -> new Fate(saved, Kind.UNKNOWN, message);
            case WAITING -> waiting(saved, change);
            case CLAIMED -> new Fate(saved, Kind.LATER, "Another worker has it.");
            case PLANNED -> paused.containsKey(saved.target()) ? new Fate(saved, Kind.HELD, paused.get(saved.target()))
                    : new Fate(saved, Kind.LATER, message.isEmpty() ? failing.getOrDefault(saved.target(), otherRun(change)) : message);
            case SUPERSEDED, DROPPED -> new Fate(saved, Kind.SKIPPED, reasons.over(saved, change, after.get(change.id())));
        };
    }

    private String otherRun(KeptChange change) {
        return change.chosen().filter(id::equals).isPresent() ? "Its turn did not come." : "Another accolade apply FILE has taken it over.";
    }

    private static Fate waiting(SavedChange saved, KeptChange change) {
        WaitingFor why = change.waitingFor().orElse(WaitingFor.APPROVAL);
        return switch (why) {
            case TARGET -> new Fate(saved, Kind.NOT_SENT, change.barrier().orElse(why.sentence()));
            case LIMIT, APPROVAL, DRIFT -> new Fate(saved, Kind.HELD, why.sentence() + ": accolade approve " + change.id() + " --by NAME");
            case GRACE, IDENTITY, EXPIRED -> new Fate(saved, Kind.WAITS, why.sentence() + change.dueAt().map(at -> ", until " + at).orElse(""));
        };
    }

    static List<List<SavedChange>> pages(List<SavedChange> all) {
        List<List<SavedChange>> pages = new ArrayList<>();
        for (int from = 0; from < all.size(); from += KeptChanges.PAGE) {
            pages.add(all.subList(from, Math.min(all.size(), from + KeptChanges.PAGE)));
        }
        return pages;
    }

    /** From now on nothing is claimed for it. */
    @Override
    public void close() {
        changes.release(id);
    }
}
