package dev.accolade.flow;

import dev.accolade.ledger.Snapshots;
import dev.accolade.ledger.Snapshots.Cause;
import dev.accolade.ledger.Snapshots.Snapshot;
import dev.accolade.model.Coverage;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins, seals and fails reads. */
public final class PullSteps {

    private static final Logger LOG = LoggerFactory.getLogger(PullSteps.class);

    private final Snapshots snapshots;
    private final Clock clock;
    private final ConcurrentMap<String, String> failures = new ConcurrentHashMap<>();

    public PullSteps(Snapshots snapshots, Clock clock) {
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** A source that is read in pieces is judged as a whole first. */
    public void judge(@Header(Headers.SERVICE) String source) {
        snapshots.beforePull(source);
    }

    public void beginPeople(Exchange exchange, @Header(Headers.SERVICE) String source) {
        begin(exchange, Coverage.of(source, Coverage.Kind.PEOPLE), clock.instant());
    }

    public void beginScopes(Exchange exchange, @Header(Headers.SERVICE) String source) {
        begin(exchange, Coverage.of(source, Coverage.Kind.SCOPES), clock.instant());
    }

    public void beginEverything(Exchange exchange, @Header(Headers.SERVICE) String source) {
        begin(exchange, Coverage.of(source, Coverage.Kind.EVERYTHING), clock.instant());
    }

    void beginScope(Exchange exchange, String source, String id, Instant startedAt) {
        begin(exchange, new Coverage(source, Coverage.Kind.SCOPE, id), startedAt);
    }

    void beginMember(Exchange exchange, String source, String id, Instant startedAt) {
        begin(exchange, new Coverage(source, Coverage.Kind.MEMBER, id), startedAt);
    }

    /** A read that follows a hint is one a hint asked for. */
    private void begin(Exchange exchange, Coverage coverage, Instant startedAt) {
        Cause cause = exchange.getMessage().getHeader(Headers.HINT) == null ? Cause.SCHEDULE : Cause.HINT;
        exchange.getMessage().setHeader(Headers.SNAPSHOT, snapshots.begin(coverage, cause, startedAt));
    }

    /** The read is complete: take it in. */
    public void seal(Exchange exchange, @Header(Headers.SNAPSHOT) Snapshot snapshot) {
        snapshots.seal(snapshot);
        failures.remove(snapshot.coverage().toString());
        exchange.getMessage().removeHeader(Headers.SNAPSHOT);
        LOG.debug("Read {}.", snapshot.coverage());
    }

    /** The read is not complete: nothing of it counts. */
    public void fail(Exchange exchange, @Header(Headers.SERVICE) String source) {
        Throwable caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        Snapshot snapshot = exchange.getMessage().getHeader(Headers.SNAPSHOT, Snapshot.class);
        String message = Failures.message(caught);
        String what = snapshot == null ? source : snapshot.coverage().toString();
        failures.put(what, message);
        if (snapshot != null) {
            snapshots.fail(snapshot, message);
            exchange.getMessage().removeHeader(Headers.SNAPSHOT);
        }
        LOG.warn("The read of {} is thrown away; nobody loses anything by it, and it is tried again at the next schedule. {}", what, message);
    }

    /** What failed since it was last read completely, by coverage, in this process. */
    public java.util.Map<String, String> failures() {
        return java.util.Map.copyOf(failures);
    }
}
