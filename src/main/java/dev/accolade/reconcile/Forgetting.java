package dev.accolade.reconcile;

import dev.accolade.ledger.Erasure;
import dev.accolade.ledger.Erasure.Badges;
import dev.accolade.ledger.Erasures;

/** Erases persons while nobody makes a plan, for a plan that has read of somebody may still write of them. */
public final class Forgetting {

    private final Reconciler reconciler;
    private final Erasures erasures;

    public Forgetting(Reconciler reconciler, Erasures erasures) {
        this.reconciler = reconciler;
        this.erasures = erasures;
    }

    /** Asks for an erasure, and does what can be done at once. */
    public Erasure ask(long person, Badges badges, String by) {
        return reconciler.whileNobodyPlans(() -> erasures.ask(person, badges, by));
    }

    /** Goes on with what had to wait for a change; leaves no trace in the file's free space. */
    public void goOn() {
        if (erasures.anyAsked()) {
            reconciler.whileNobodyPlans(erasures::advance);
        }
        erasures.clean();
    }
}
