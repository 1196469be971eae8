package dev.accolade.reconcile;

import dev.accolade.ledger.Erasure;
import dev.accolade.ledger.Erasure.Badges;
import dev.accolade.ledger.Erasures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erases persons while nobody makes a plan, for a plan that has read of somebody may still write of them. */
public final class Forgetting {

    private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);

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

    /** Goes on with what had to wait for a change, and leaves no trace in the file's free space; what fails here holds up no plan. */
    public void goOn() {
        try {
            if (erasures.anyAsked()) {
                reconciler.whileNobodyPlans(erasures::advance);
            }
            erasures.clean();
        } catch (RuntimeException failed) {
            LOG.error("What is left to erase could not be erased now and is tried again after the next plan. {}", failed.getMessage());
        }
    }
}
