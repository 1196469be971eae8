package dev.accolade.flow;

import dev.accolade.ledger.Glances;
import dev.accolade.ledger.Glances.Glance;
import dev.accolade.ledger.Inspections;
import dev.accolade.ledger.Inspections.Thing;
import dev.accolade.plan.Seen;
import dev.accolade.reconcile.Reconciler;
import dev.accolade.service.badgr.Assertion;
import dev.accolade.service.badgr.BadgrConstants;
import dev.accolade.service.http.ServiceException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows Badgr's feed of changes: what it tells is kept, and each thing is looked at by itself before it counts. */
public final class GlanceSteps {

    private static final Logger LOG = LoggerFactory.getLogger(GlanceSteps.class);
    private static final int SOME = 100;

    private final Glances glances;
    private final Inspections inspections;
    private final Reconciler reconciler;
    private final Clock clock;
    private final ConcurrentMap<String, Set<Long>> concerned = new ConcurrentHashMap<>();

    public GlanceSteps(Glances glances, Inspections inspections, Reconciler reconciler, Clock clock) {
        this.glances = glances;
        this.inspections = inspections;
        this.reconciler = reconciler;
        this.clock = clock;
    }

    /** When this returns, what was told is kept, and the feed may go on. */
    public void raise(@Header(Headers.CHANGES) List<Assertion> changes, @Header(Headers.SERVICE) String target, @Header("AccoladeSelf") String self) {
        Map<String, List<Seen>> byClass = changes.stream().collect(Collectors.groupingBy(Assertion::badgeClassId,
                Collectors.mapping(one -> SeenThings.of(one, self, clock.instant()), Collectors.toList())));
        glances.raise(target, byClass);
    }

    public List<Glance> waiting(@Header(Headers.SERVICE) String target) {
        return glances.waiting(target, SOME);
    }

    public void look(Exchange exchange, @Body Glance glance) {
        exchange.getMessage().setHeader(Headers.GLANCE, glance);
        exchange.getMessage().setHeader(BadgrConstants.ASSERTION, glance.remoteId());
    }

    /** What it is now counts; it is let go. */
    public void seen(@Body Assertion assertion, @Header(Headers.GLANCE) Glance glance, @Header("AccoladeSelf") String self) {
        Optional<Thing> thing = inspections.things(glance.target()).stream().filter(one -> one.objectId().equals(assertion.badgeClassId())).findFirst();
        thing.ifPresent(one -> {
            Set<Long> persons = inspections.one(one, SeenThings.of(assertion, self, clock.instant()), "changes");
            concerned.computeIfAbsent(glance.target(), target -> ConcurrentHashMap.newKeySet()).addAll(persons);
        });
        glances.clear(List.of(glance));
    }

    /** For all whom the last looks concerned; what was found is in the ledger, so whoever is forgotten here is planned for by the next schedule. */
    public void plan(@Header(Headers.SERVICE) String target) {
        Set<Long> persons = concerned.remove(target);
        if (persons != null && !persons.isEmpty()) {
            reconciler.persons(persons, "changes");
        }
    }

    /** What cannot be found tells nothing; the next listing sees to it. Anything else is tried again. */
    public void failed(Exchange exchange, @Header(Headers.GLANCE) Glance glance) {
        Throwable caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        if (Failures.service(caught).filter(one -> one.status().orElse(0) == 404).filter(one -> one.turn() == ServiceException.Turn.OPERATOR).isPresent()) {
            glances.clear(List.of(glance));
        } else {
            glances.postpone(glance, clock.instant().plus(Backoff.after(glance.attempts() + 1, glance.remoteId().hashCode())));
        }
        LOG.warn("What changed about {} on {} could not be looked at; nothing follows from it. {}", glance.remoteId(), glance.target(), Failures.message(caught));
    }
}
