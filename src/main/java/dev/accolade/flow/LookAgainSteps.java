package dev.accolade.flow;

import dev.accolade.ledger.Accounts;
import dev.accolade.ledger.Hints;
import dev.accolade.ledger.Hints.Hint;
import dev.accolade.ledger.Snapshots.Snapshot;
import dev.accolade.model.Coverage;
import dev.accolade.reconcile.Reconciler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows hints: reads what they point at, plans for whom it concerns, and only then lets go of them. */
public final class LookAgainSteps {

    private static final Logger LOG = LoggerFactory.getLogger(LookAgainSteps.class);
    private static final int AT_ONCE = 100;
    /** Whoever followed a hint that long without an end has died. */
    private static final Duration GIVEN_UP = Duration.ofMinutes(15);

    private final Hints hints;
    private final Reconciler reconciler;
    private final Accounts accounts;
    private final Clock clock;
    private final ConcurrentMap<Hint, Instant> followed = new ConcurrentHashMap<>();

    public LookAgainSteps(Hints hints, Reconciler reconciler, Accounts accounts, Clock clock) {
        this.hints = hints;
        this.reconciler = reconciler;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Those that nobody in this process is at: a poll must not line up again what still waits for its turn. */
    public List<Hint> waiting(@Header(Headers.SERVICE) String source) {
        Instant now = clock.instant();
        followed.values().removeIf(since -> since.plus(GIVEN_UP).isBefore(now));
        return hints.waiting(source, AT_ONCE).stream().filter(hint -> followed.putIfAbsent(hint, now) == null).toList();
    }

    /** From now on the exchange follows this hint; its body is what the hint names. */
    public void follow(Exchange exchange, @Body Hint hint) {
        exchange.getMessage().setHeader(Headers.HINT, hint);
        exchange.getMessage().setHeader(Headers.STARTED, clock.instant());
        exchange.getMessage().setBody(hint.coverage().id());
    }

    public boolean isMember(@Header(Headers.HINT) Hint hint) {
        return hint.coverage().kind() == Coverage.Kind.MEMBER;
    }

    /** Whether the source numbers what the hint names: an id, not a name. */
    public boolean isNumber(@Body String named) {
        return named.matches("\\d{1,18}");
    }

    /** The enrolment of the account a hint names; null when there is none. */
    public String enrolment(@Header(Headers.SERVICE) String source, @Body String username) {
        return accounts.idOf(source, username).orElse(null);
    }

    /** The read that was sealed last concerned these people: plan for them. */
    public void plan(@Header("AccoladeRead") Snapshot read) {
        if (read == null) {
            return;
        }
        Coverage coverage = read.coverage();
        if (coverage.kind() == Coverage.Kind.MEMBER) {
            reconciler.members(coverage.source(), List.of(coverage.id()), "hint");
        } else {
            reconciler.scope(coverage.source(), coverage.id(), "hint");
        }
    }

    /** The plan is kept: the hint has done its work, unless it was raised again meanwhile. */
    public void clear(@Header(Headers.HINT) Hint hint) {
        hints.clear(hint);
        followed.remove(hint);
    }

    /** The read failed: the hint stays, and its next turn comes later each time. */
    public void postpone(Exchange exchange, @Header(Headers.HINT) Hint hint) {
        Duration pause = Backoff.after(hint.attempts() + 1, hint.coverage().hashCode());
        String message = Failures.message(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
        hints.postpone(hint, clock.instant().plus(pause), message);
        followed.remove(hint);
        LOG.warn("The hint about {} could not be followed and is tried again in {}. {}", hint.coverage(), pause, message);
    }
}
