package dev.accolade.crash;

import dev.accolade.app.Accolade;
import dev.accolade.config.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.ProducerTemplate;

/**
 * A process that reads, plans and pushes once, unless it ends before. Arguments: the settings file, how far its clock is ahead, and, if it is
 * to kill itself: step, place, at which hit.
 */
final class Victim {

    private Victim() {}

    public static void main(String[] arguments) throws Exception {
        Step step = arguments.length > 2 ? Step.valueOf(arguments[2]) : null;
        Trap trap = step == null ? new Trap(null, Trap.STARTING, 0) : new Trap(step, arguments[3], Integer.parseInt(arguments[4]));
        Path file = Path.of(arguments[0]);
        Settings settings = Settings.read(file.getParent(), file, System::getenv);
        if (step == Step.MIGRATION) {
            WatchedLedger.migrate(settings.resolve("accolade.ledger"), trap);
        }
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.parse(arguments[1]));
        try (Accolade accolade = Accolade.start(settings, Accolade.Mode.COMMAND, clock)) {
            WatchedLedger.watch(accolade.ledger().database(), trap);
            WatchedRoutes routes = new WatchedRoutes(trap);
            routes.start();
            accolade.context().getManagementStrategy().addEventNotifier(routes);
            trap.entered(Trap.PULLING);
            accolade.pullAll();
            trap.entered(Trap.PLANNING);
            accolade.reconcile();
            if (step == null || step.ofChange) {
                push(accolade, trap);
            }
        }
    }

    /** One target after the other, so that the trap knows whose changes these are. */
    private static void push(Accolade accolade, Trap trap) throws Exception {
        try (ProducerTemplate template = accolade.context().createProducerTemplate()) {
            for (String target : accolade.settings().targets().keySet()) {
                trap.entered(target);
                template.sendBody("direct:push-" + target, null);
            }
        }
    }
}
