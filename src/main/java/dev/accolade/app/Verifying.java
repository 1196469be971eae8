package dev.accolade.app;

import dev.accolade.config.Service;
import dev.accolade.config.Settings;
import dev.accolade.flow.GlanceSteps;
import dev.accolade.flow.LedgerFeedCursor;
import dev.accolade.flow.VerifySteps;
import dev.accolade.reconcile.Premises;
import dev.accolade.reconcile.Reconciler;
import dev.accolade.reconcile.Strays;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the routes in {@code routes/verify.camel.yaml} call, by the names they use. */
final class Verifying {

    private Verifying() {}

    static Map<String, Object> of(Settings settings, Ledger ledger, Reconciler reconciler, Premises premises, Clock clock) {
        Set<String> stores = settings.targets().values().stream().filter(target -> target.type().equals("learning-locker")).map(Service::name).collect(Collectors.toSet());
        return Map.of("verifySteps", new VerifySteps(ledger.inspections(), clock),
                "glanceSteps", new GlanceSteps(ledger.glances(), ledger.inspections(), reconciler, clock),
                "feedCursor", new LedgerFeedCursor(ledger.glances()),
                "strays", new Strays(ledger.unaccounted(), ledger.persons(), premises, reconciler, stores, clock));
    }
}
