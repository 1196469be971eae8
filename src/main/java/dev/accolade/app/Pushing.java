package dev.accolade.app;

import dev.accolade.config.Settings;
import dev.accolade.flow.BadgeEndSteps;
import dev.accolade.flow.BadgeSteps;
import dev.accolade.flow.ClientSteps;
import dev.accolade.flow.ClockSteps;
import dev.accolade.flow.PushSteps;
import dev.accolade.ledger.Claims;
import dev.accolade.service.http.ServiceComponent;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;

/** What the routes in {@code routes/push.camel.yaml} call, by the names they use. */
final class Pushing {

    private static final int BATCH = 64;

    private Pushing() {}

    /** @param context asked only once it has started */
    static Map<String, Object> of(Settings settings, Ledger ledger, Claims claims, Supplier<CamelContext> context, Clock clock) {
        PushSteps push = new PushSteps(claims, ledger.settlements(), ledger.objects(), clock, "pusher-" + UUID.randomUUID(), BATCH, List.copyOf(settings.targets().keySet()));
        List<String> services = Stream.concat(settings.sources().keySet().stream(), settings.targets().keySet().stream()).toList();
        return Map.of("pushSteps", push, "clockSteps", new ClockSteps(ledger.skews(), services, service -> clockSkew(settings, context.get(), service)),
                "badgeSteps", new BadgeSteps(push, clock), "badgeEndSteps", new BadgeEndSteps(push, clock), "clientSteps", new ClientSteps(push, ledger.objects()));
    }

    private static Optional<Duration> clockSkew(Settings settings, CamelContext context, String service) {
        String type = settings.source(service).or(() -> settings.target(service)).orElseThrow().type();
        return context.getComponent(type, ServiceComponent.class).clockSkew(service);
    }
}
