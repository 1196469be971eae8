package dev.accolade.saved;

import dev.accolade.ledger.Database;
import dev.accolade.ledger.KeptChange;
import dev.accolade.ledger.KeptChanges;
import dev.accolade.ledger.SavedSteps;
import dev.accolade.ledger.view.LastPlan;
import dev.accolade.ledger.view.Status;
import dev.accolade.rules.RuleBook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Writes the open changes to a file, and later says which of them are still what they were. */
public final class SavedPlans {

    private final Database database;
    private final KeptChanges changes;
    private final SavedSteps steps;
    private final Supplier<RuleBook> book;

    /** @param book the rules in force */
    public SavedPlans(Database database, Clock clock, Supplier<RuleBook> book) {
        this.database = database;
        this.changes = new KeptChanges(database);
        this.steps = new SavedSteps(database, clock);
        this.book = book;
    }

    /**
     * Whether a plan could be written there, asked before sources are read.
     *
     * @throws SavedPlanException when it surely can't
     */
    public static void check(Path file) {
        new PlanFile(file).check();
    }

    /**
     * Writes all open changes of now, whole or not at all; a file of this name is replaced.
     *
     * @param by who wants it; kept in the history
     * @return how many they are
     * @throws SavedPlanException when it can't be written
     */
    public long save(Path path, String by) {
        LastPlan plan = new Status(database).lastPlan().orElseThrow(() -> new IllegalStateException("no plan was made yet"));
        long[] count = {0};
        new PlanFile(path).write(out -> count[0] = Writing.write(out, new Writing.Head(changes.ledger(), plan.id(), plan.madeAt().toString(), plan.cause()), each -> {
            Basis basis = basis();
            for (List<KeptChange> page = changes.openAfter(0); !page.isEmpty(); page = changes.openAfter(page.get(page.size() - 1).id())) {
                page.forEach(change -> each.accept(Form.of(change, basis)));
            }
        }));
        steps.saved(by, plan.id(), count[0]);
        return count[0];
    }

    /**
     * Reads a whole file before anything is done.
     *
     * @throws SavedPlanException when anything in it is not as it was written, or it belongs to another ledger
     */
    public SavedPlan read(Path path) {
        PlanFile file = new PlanFile(path);
        try (InputStream in = Files.newInputStream(file.path())) {
            return Reading.read(file, in, changes.ledger());
        } catch (IOException failed) {
            throw file.unreadable(failed);
        }
    }

    /** Chooses those that are open and were computed from the same still; nothing else can be claimed for the run. Close it when it is over. */
    public Run choose(SavedPlan plan, String by) {
        steps.applied(by, plan.plan(), plan.changes().size());
        Run run = new Run(database, changes, new Reasons(basis()), plan, "apply-" + UUID.randomUUID());
        Basis basis = basis();
        for (List<SavedChange> page : Run.pages(plan.changes())) {
            Map<Long, KeptChange> now = changes.of(page.stream().map(SavedChange::id).toList());
            List<KeptChange> fresh = new ArrayList<>();
            for (SavedChange saved : page) {
                KeptChange kept = now.get(saved.id());
                if (kept != null && kept.isOpen() && basis.of(kept).equals(saved.basis())) {
                    fresh.add(kept);
                }
            }
            changes.choose(run.id(), fresh);
            steps.skipped(by, run.skip(page, now, fresh));
        }
        return run;
    }

    private Basis basis() {
        return new Basis(changes.salt(), book.get());
    }
}
