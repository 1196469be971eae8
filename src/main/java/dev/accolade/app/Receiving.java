package dev.accolade.app;

import dev.accolade.config.Service;
import dev.accolade.config.Settings;
import dev.accolade.event.CloudspotEventSteps;
import dev.accolade.event.EventAnswer;
import dev.accolade.event.EventSteps;
import dev.accolade.event.Signature;
import dev.accolade.ledger.Accounts;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;

/** What takes events, by the name that routes use. */
final class Receiving {

    private Receiving() {}

    static Map<String, Object> of(Settings settings, Ledger ledger, Accounts accounts, Clock clock) {
        return Map.of("eventSteps", new EventSteps(ledger.hints(), ledger.events(), ledger.names(), new Signature(clock), secrets(settings)),
                "eventAnswer", new EventAnswer(),
                "cloudspotEventSteps", new CloudspotEventSteps(ledger.hints(), ledger.events(), accounts));
    }

    private static Map<String, String> secrets(Settings settings) {
        return settings.sources().values().stream().filter(source -> source.optional("event-secret").isPresent())
                .collect(Collectors.toMap(Service::name, source -> source.text("event-secret")));
    }
}
