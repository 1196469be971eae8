package dev.accolade.event;

import dev.accolade.ledger.Accounts;
import dev.accolade.ledger.Events;
import dev.accolade.ledger.Hints;
import dev.accolade.model.Coverage;
import dev.accolade.service.cloudspot.CloudspotConstants;
import dev.accolade.service.cloudspot.CloudspotEvent;
import dev.accolade.service.cloudspot.CloudspotEvent.EmailUpdated;
import dev.accolade.service.cloudspot.CloudspotEvent.PermissionsUpdated;
import dev.accolade.service.cloudspot.CloudspotEvent.UserCreated;
import dev.accolade.service.cloudspot.EventOutcome;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.Message;

/** What follows from events of Cloudspot. Nobody signs them, so they never change anything by themselves. Source: docs/services/cloudspot.md */
public final class CloudspotEventSteps {

    private final Hints hints;
    private final Events events;
    private final Accounts accounts;

    public CloudspotEventSteps(Hints hints, Events events, Accounts accounts) {
        this.hints = hints;
        this.events = events;
        this.accounts = accounts;
    }

    /** Keeps an event as a hint; what Cloudspot is told of it is in a header. */
    public void keep(Exchange exchange, @Body CloudspotEvent event, @Header("AccoladeService") String source) {
        Message message = exchange.getMessage();
        if (event instanceof PermissionsUpdated update) {
            events.keep(source, event.name(), update.username().orElse(null), update.companyId());
            message.setHeader(CloudspotConstants.OUTCOME, lookAgain(source, update.username()));
        } else if (event instanceof EmailUpdated update) {
            // The address it brings is not believed: the account's own profile shows it.
            events.keep(source, event.name(), update.before(), null);
            message.setHeader(CloudspotConstants.OUTCOME, lookAgain(source, Optional.of(update.before())));
        } else if (event instanceof UserCreated user) {
            events.keep(source, event.name(), user.email(), null);
            user.token().ifPresent(token -> enrol(message, source, user.email(), token));
        } else {
            events.keep(source, event.name(), null, null);
            message.setHeader(CloudspotConstants.OUTCOME, EventOutcome.RECEIVED);
        }
    }

    private EventOutcome lookAgain(String source, Optional<String> username) {
        if (username.flatMap(name -> accounts.idOf(source, name)).isEmpty()) {
            return EventOutcome.USER_UNKNOWN;
        }
        raise(source, username.get());
        return EventOutcome.UPDATED;
    }

    private void enrol(Message message, String source, String email, String token) {
        Optional<String> id = accounts.enrolUnverified(source, email, token);
        message.setHeader(CloudspotConstants.OUTCOME, id.isPresent() ? EventOutcome.CREATED : EventOutcome.EXISTS);
        id.ifPresent(given -> {
            message.setHeader(CloudspotConstants.USER_ID, given);
            raise(source, email);
        });
    }

    private void raise(String source, String username) {
        hints.raise(new Coverage(source, Coverage.Kind.MEMBER, username.toLowerCase(Locale.ROOT)));
    }
}
