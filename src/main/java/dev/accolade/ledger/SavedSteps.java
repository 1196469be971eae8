package dev.accolade.ledger;

import dev.accolade.model.StepKind;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the history tells of plans in files. */
public final class SavedSteps {

    /** A change that is not done, and why. */
    public record Skip(KeptChange change, String why) {}

    private final Database database;
    private final Clock clock;

    public SavedSteps(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public void saved(String by, long plan, long changes) {
        add(StepKind.PLAN_SAVED, by + " by plan", plan, "Holds " + changes + " changes.");
    }

    public void applied(String by, long plan, long changes) {
        add(StepKind.PLAN_APPLIED, by + " by apply", plan, "Holds " + changes + " changes; only they may be sent.");
    }

    private void add(StepKind kind, String actor, long plan, String why) {
        database.change(handle -> Chronicle.add(handle, clock.millis(), new Step(kind, actor, Step.Subject.named("plan " + plan), Map.of("why", why))));
    }

    public void skipped(String by, List<Skip> skips) {
        if (!skips.isEmpty()) {
            database.change(handle -> Chronicle.add(handle, clock.millis(), skips.stream().map(skip -> step(by, skip)).collect(Collectors.toList())));
        }
    }

    private static Step step(String by, Skip skip) {
        KeptChange change = skip.change();
        return new Step(StepKind.SKIPPED, by + " by apply", new Step.Subject(change.key().target(), change.key().objectId(), change.objectName(), change.key().person(), change.generation(),
                change.id(), change.kind().name()), Map.of("why", skip.why()));
    }
}
