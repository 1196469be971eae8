package dev.accolade.flow;

import dev.accolade.ledger.Inspections;
import dev.accolade.ledger.Inspections.Inspection;
import dev.accolade.ledger.Inspections.Missing;
import dev.accolade.ledger.Inspections.Thing;
import dev.accolade.service.badgr.Assertion;
import dev.accolade.service.badgr.BadgrConstants;
import dev.accolade.service.learninglocker.Client;
import dev.accolade.service.learninglocker.LearningLockerConstants;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lists what is on the badge classes and stores, and lets the ledger compare. What could not be listed whole tells nothing. */
public final class VerifySteps {

    private static final Logger LOG = LoggerFactory.getLogger(VerifySteps.class);

    private final Inspections inspections;
    private final Clock clock;

    public VerifySteps(Inspections inspections, Clock clock) {
        this.inspections = inspections;
        this.clock = clock;
    }

    public List<Thing> things(@Header(Headers.SERVICE) String target) {
        return inspections.things(target);
    }

    public void begin(Exchange exchange, @Body Thing thing, @Header(Headers.CAUSE) String cause) {
        exchange.getMessage().setHeader(Headers.INSPECTION, inspections.begin(thing, cause == null ? "command" : cause));
        exchange.getMessage().setHeader(BadgrConstants.BADGE_CLASS, thing.objectId());
        exchange.getMessage().setHeader(LearningLockerConstants.STORE, thing.objectId());
    }

    /** Of all states. Ours are those that the account we log in with made. */
    public void assertions(@Body List<Assertion> page, @Header(Headers.INSPECTION) Inspection inspection, @Header("AccoladeSelf") String self) {
        inspections.page(inspection, page.stream().map(one -> SeenThings.of(one, self, clock.instant())).toList());
    }

    /** Disabled ones too, unless nobody here holds them: these are as they should be. */
    public void clients(@Body List<Client> page, @Header(Headers.INSPECTION) Inspection inspection) {
        inspections.page(inspection, page.stream().map(SeenThings::of).toList());
    }

    public List<Missing> missing(@Header(Headers.INSPECTION) Inspection inspection) {
        return inspections.missing(inspection);
    }

    /** The next look is for this one alone. */
    public void look(Exchange exchange, @Body Missing missing) {
        exchange.getMessage().setHeader(Headers.MISSING, missing);
        exchange.getMessage().setHeader(BadgrConstants.RECIPIENT, missing.addressee());
        exchange.getMessage().setHeader(LearningLockerConstants.KEY, missing.addressee());
    }

    /** What is there all the same was only left out of the list; the next inspection sees to it. */
    public void assertionMissed(@Body List<Assertion> found, @Header(Headers.INSPECTION) Inspection inspection, @Header(Headers.MISSING) Missing missing) {
        decide(inspection, missing, found.stream().anyMatch(one -> one.entityId().equals(missing.remoteId())));
    }

    /** One that stands under its key in another store was moved there. */
    public void clientMissed(@Body List<Client> found, @Header(Headers.INSPECTION) Inspection inspection, @Header(Headers.MISSING) Missing missing) {
        Optional<Client> moved = found.stream().filter(one -> one.id().equals(missing.remoteId())).findFirst();
        moved.ifPresentOrElse(client -> inspections.page(inspection, List.of(SeenThings.of(client))), () -> decide(inspection, missing, false));
    }

    private void decide(Inspection inspection, Missing missing, boolean there) {
        if (there || missing.addressee().isEmpty()) {
            inspections.unsure(inspection);
        } else {
            inspections.deleted(inspection, missing);
        }
    }

    /** One look failed: nobody knows, and nothing follows. */
    public void lookFailed(Exchange exchange, @Header(Headers.INSPECTION) Inspection inspection) {
        inspections.unsure(inspection);
        LOG.warn("Whether something of '{}' on {} is still there could not be found out; nothing follows from that. {}", inspection.thing().name(), inspection.thing().target(),
                Failures.message(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class)));
    }

    public void end(@Header(Headers.INSPECTION) Inspection inspection) {
        inspections.end(inspection);
    }

    /** The listing broke off: nothing of it counts. */
    public void fail(Exchange exchange, @Header(Headers.INSPECTION) Inspection inspection) {
        String message = Failures.message(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
        inspections.fail(inspection, message);
        LOG.warn("What is on '{}' of {} could not be listed whole, so nothing follows from it; it is tried again at the next schedule. {}", inspection.thing().name(),
                inspection.thing().target(), message);
    }
}
