package dev.accolade.flow;

import dev.accolade.ledger.Among;
import dev.accolade.ledger.Claim;
import dev.accolade.ledger.Claims;
import dev.accolade.ledger.Objects;
import dev.accolade.ledger.Settlement;
import dev.accolade.ledger.Settlements;
import dev.accolade.ledger.Trouble;
import dev.accolade.model.ChangeKind;
import dev.accolade.model.Outcome;
import dev.accolade.service.http.ServiceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Claims changes and writes down what became of them, for every kind of target. */
public final class PushSteps {

    private static final Logger LOG = LoggerFactory.getLogger(PushSteps.class);

    private final Claims claims;
    private final Settlements settlements;
    private final Objects objects;
    private final Clock clock;
    private final String owner;
    private final int batch;
    private final List<String> targets;
    private final Streak streak = new Streak();
    private final ConcurrentMap<String, Set<CompletableFuture<?>>> unsettled = new ConcurrentHashMap<>();

    /**
     * @param owner   of leases; unique among all processes that share the ledger
     * @param batch   how many changes are claimed at once
     * @param targets names of all configured targets
     */
    public PushSteps(Claims claims, Settlements settlements, Objects objects, Clock clock, String owner, int batch, List<String> targets) {
        this.claims = claims;
        this.settlements = settlements;
        this.objects = objects;
        this.clock = clock;
        this.owner = owner;
        this.batch = batch;
        this.targets = List.copyOf(targets);
    }

    public List<String> targets() {
        return targets;
    }

    /** Claims some changes once what became of earlier ones is durable; the header {@link Headers#MORE} says whether to come back. */
    public List<Claim> claim(Exchange exchange, @Header(Headers.SERVICE) String target) {
        untilAllIsDurable(target);
        streak.forget(target);
        List<Claim> claimed = claims.claim(target, owner, batch, new Among(Optional.ofNullable(exchange.getMessage().getHeader(Headers.RUN, String.class))));
        exchange.getMessage().setHeader(Headers.MORE, !claimed.isEmpty());
        return claimed;
    }

    /** Begins one of them, unless those before it took so long that its requests might outlast its lease, or all failed: then it is handed back unsent. */
    public void take(Exchange exchange, @Body Claim claim) {
        exchange.getMessage().setHeader(Headers.CLAIM, claim);
        if (clock.instant().isAfter(claim.beginBy())) {
            handBack(exchange, claim, "It waited too long for its turn and was not sent; its turn comes again.");
        } else if (streak.isTooLong(claim.key().target())) {
            handBack(exchange, claim, "It was not sent, because others before it failed one after the other; its turn comes again.");
        }
    }

    private void handBack(Exchange exchange, Claim claim, String why) {
        settle(new Settlement(claim, Outcome.RETRY_LATER, Optional.empty(), true, why, Optional.of(clock.instant())));
        exchange.setRouteStop(true);
    }

    /**
     * What a survey found is entered, if a look shows that it is still there; nothing is sent.
     *
     * @param there whether the target still has it, as it was found
     */
    void adopt(Claim claim, boolean there) {
        adopt(claim, there, Optional.empty());
    }

    /** @param expires when a badge that is there ends; empty for never, and for what has no end */
    void adopt(Claim claim, boolean there, Optional<Instant> expires) {
        if (there) {
            settle(Settlement.done(claim, Outcome.ALREADY_SO, claim.remoteId(), claim.ours(),
                    claim.ours() ? "Found on the target, made by us." : "Found on the target, made by somebody else; it is left alone.").showing(expires));
        } else {
            objects.forget(claim.key().target(), claim.remoteId().orElse(""));
            settle(Settlement.done(claim, Outcome.REFUSED, claim.remoteId(), claim.ours(), "What was found on the target earlier is gone. Nothing was written; the next plan sees to it."));
        }
    }

    /** The call failed; what follows depends on whose turn it is, and on whether it may have had an effect. */
    public void failed(Exchange exchange, @Header(Headers.CLAIM) Claim claim) {
        Throwable caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        String message = Failures.message(caught);
        Outcome outcome = Failures.service(caught).map(PushSteps::outcome).orElse(Outcome.UNKNOWN);
        Optional<Trouble> trouble = Failures.service(caught).flatMap(PushSteps::trouble);
        Duration pause = Backoff.after(claim.attempts(), claim.id(), Failures.service(caught).flatMap(ServiceException::retryAfter));
        Optional<Instant> next = outcome == Outcome.REFUSED ? Optional.empty() : Optional.of(clock.instant().plus(pause));
        settle(new Settlement(claim, outcome, Optional.empty(), true, message, next, trouble));
        LOG.warn("{} on {}: {}. {}{}", claim, claim.key().target(), outcome, message, next.map(at -> " Next attempt at " + at + ".").orElse(""));
    }

    private static Outcome outcome(ServiceException failure) {
        if (failure.effect() == ServiceException.Effect.POSSIBLE) {
            return Outcome.UNKNOWN;
        }
        if (failure.shutsOut()) {
            return Outcome.RETRY_LATER;
        }
        return switch (failure.turn()) {
            case OPERATOR, NEVER -> Outcome.REFUSED;
            case LATER, OURS -> Outcome.RETRY_LATER;
        };
    }

    /** What a failure says about the target as a whole; a change that it refuses for good says nothing. */
    private static Optional<Trouble> trouble(ServiceException failure) {
        boolean fails = failure.shutsOut() || failure.turn() == ServiceException.Turn.LATER || failure.effect() == ServiceException.Effect.POSSIBLE;
        return fails ? Optional.of(new Trouble(failure.shutsOut(), failure.retryAfter())) : Optional.empty();
    }

    /** Does not wait for the disk: who pushes goes on with the next change, and {@link #claim} waits for all before it hands out more. */
    void settle(Settlement settlement) {
        if (settlement.outcome() != Outcome.RETRY_LATER || settlement.trouble().isPresent()) {
            streak.note(settlement.claim().key().target(), settlement.trouble());
        }
        Set<CompletableFuture<?>> ofTarget = unsettled.computeIfAbsent(settlement.claim().key().target(), target -> ConcurrentHashMap.newKeySet());
        CompletableFuture<?> settled = settlements.submit(settlement).handle((written, failure) -> {
            if (failure != null) {
                LOG.error("What became of {} could not be written ({}); it is found out by looking at {} when the lease ends.", settlement.claim(),
                        failure.getMessage(), settlement.claim().key().target());
            } else if (!written) {
                LOG.warn("{} took longer than its lease; what became of it is found out by looking at {}.", settlement.claim(), settlement.claim().key().target());
            }
            return null;
        });
        ofTarget.add(settled);
        settled.whenComplete((nothing, never) -> ofTarget.remove(settled));
    }

    private void untilAllIsDurable(String target) {
        CompletableFuture.allOf(unsettled.getOrDefault(target, Set.of()).toArray(CompletableFuture[]::new)).join();
    }

    /** Whether the change is of this kind; for the routes' choices. */
    public boolean is(@Header(Headers.CLAIM) Claim claim, String kind) {
        return claim.kind() == ChangeKind.valueOf(kind);
    }

    public boolean looksFirst(@Header(Headers.CLAIM) Claim claim) {
        return claim.lookFirst();
    }
}
