package dev.accolade.properties;

import dev.accolade.flow.BadgeEndSteps;
import dev.accolade.flow.BadgeSteps;
import dev.accolade.flow.PushSteps;
import dev.accolade.ledger.Claim;
import dev.accolade.ledger.Claims;
import dev.accolade.ledger.Objects;
import dev.accolade.ledger.Settlements;
import dev.accolade.model.ChangeKind;
import dev.accolade.model.Desired;
import dev.accolade.service.badgr.Assertion;
import dev.accolade.service.badgr.AssertionChange;
import dev.accolade.service.badgr.BadgrCheck;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;

/** One process that pushes, with the real steps in the order of {@code routes/push.camel.yaml}, one change at a time. */
final class Worker {

    private static final BadgrCheck RIGHT_CLOCK = new BadgrCheck(List.of(), Optional.of(Duration.ZERO));

    private final CamelContext camel;
    private final FakeBadgr badgr;
    private final PushSteps push;
    private final BadgeSteps steps;
    private final BadgeEndSteps ends;
    private final Deque<Claim> claimed = new ArrayDeque<>();
    private final Deque<Runnable> late = new ArrayDeque<>();

    Worker(CamelContext camel, String owner, Claims claims, Settlements settlements, Objects objects, Clock clock, FakeBadgr badgr) {
        this.camel = camel;
        this.badgr = badgr;
        this.push = new PushSteps(claims, settlements, objects, clock, owner, 3, List.of(World.TARGET));
        this.steps = new BadgeSteps(push, clock);
        this.ends = new BadgeEndSteps(push, clock);
    }

    /** @return whether there was something to claim */
    boolean claim() {
        List<Claim> more = push.claim(new DefaultExchange(camel), World.TARGET);
        claimed.addAll(more);
        return !more.isEmpty();
    }

    boolean hasWork() {
        return !claimed.isEmpty();
    }

    /** Does the next claimed change; nothing when there is none. */
    void step(FakeBadgr.Mood mood) {
        Claim claim = claimed.poll();
        if (claim == null) {
            return;
        }
        Exchange exchange = new DefaultExchange(camel);
        push.take(exchange, claim);
        if (exchange.isRouteStop()) {
            return;
        }
        badgr.mood = mood;
        badgr.current = claim;
        try {
            Runnable settling = act(claim);
            if (mood == FakeBadgr.Mood.ANSWERS_LATE) {
                late.add(settling);
            } else {
                settling.run();
            }
        } catch (RuntimeException failed) {
            exchange.setProperty(Exchange.EXCEPTION_CAUGHT, failed);
            push.failed(exchange, claim);
        } finally {
            badgr.mood = FakeBadgr.Mood.WELL;
            badgr.current = null;
        }
    }

    /** An answer that was long on its way arrives. */
    void answerArrives() {
        Optional.ofNullable(late.poll()).ifPresent(Runnable::run);
    }

    private Runnable act(Claim claim) {
        if (claim.kind() == ChangeKind.ADOPT) {
            List<Assertion> found = find(claim);
            return () -> steps.adopted(found, claim);
        }
        if (claim.kind() == ChangeKind.REVOKE) {
            var rows = badgr.revoke(steps.revocation(claim).get(0).entityId());
            return () -> steps.revoked(rows, claim);
        }
        if (claim.kind() == ChangeKind.RENEW || claim.kind() == ChangeKind.EXPIRE) {
            return end(claim);
        }
        if (claim.lookFirst() && steps.foundMade(find(claim), claim)) {
            return () -> { };
        }
        Optional<Assertion> made = badgr.issue(steps.request(claim));
        if (made.isPresent()) {
            return () -> steps.issued(made.get(), claim);
        }
        List<Assertion> found = find(claim);
        return () -> steps.foundDuplicate(found, claim, FakeBadgr.SELF);
    }

    private Runnable end(Claim claim) {
        Assertion there = badgr.get(claim.remoteId().orElseThrow());
        if (claim.kind() == ChangeKind.EXPIRE) {
            return () -> ends.ended(RIGHT_CLOCK, there, claim);
        }
        AssertionChange change = ends.renewal(RIGHT_CLOCK, there, claim);
        if (change == null) {
            return () -> { };
        }
        Assertion renewed = badgr.renew(there.entityId(), change.expires().orElseThrow());
        return () -> ends.renewed(renewed, claim);
    }

    private List<Assertion> find(Claim claim) {
        return badgr.find(claim.key().objectId(), ((Desired.Badge) claim.desired()).recipient().orElseThrow());
    }
}
