package dev.accolade.properties;

import dev.accolade.flow.Headers;
import dev.accolade.flow.PushSteps;
import dev.accolade.ledger.Claim;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;

/** One process that pushes to all targets, with the real steps in the order of {@code routes/push.camel.yaml}, one change at a time. */
final class Worker {

    private final CamelContext camel;
    private final PushSteps push;
    private final Map<Target, Function<Claim, Runnable>> hands = new HashMap<>();
    private final Map<Target, Deque<Claim>> claimed = new HashMap<>();
    private final Deque<Runnable> late = new ArrayDeque<>();

    Worker(CamelContext camel, PushSteps push, List<Target> targets) {
        this.camel = camel;
        this.push = push;
        targets.forEach(target -> {
            hands.put(target, target.hands(push));
            claimed.put(target, new ArrayDeque<>());
        });
    }

    /** @return whether there was something to claim */
    boolean claim(Target target) {
        return claim(target, Optional.empty());
    }

    /** @param run that has chosen what may be claimed; empty for all */
    boolean claim(Target target, Optional<String> run) {
        Exchange exchange = new DefaultExchange(camel);
        run.ifPresent(id -> exchange.getMessage().setHeader(Headers.RUN, id));
        List<Claim> more = push.claim(exchange, target.name());
        claimed.get(target).addAll(more);
        return !more.isEmpty();
    }

    boolean hasWork(Target target) {
        return !claimed.get(target).isEmpty();
    }

    /** Does the next claimed change; nothing when there is none. */
    void step(Target target, Fake.Mood mood) {
        Claim claim = claimed.get(target).poll();
        if (claim == null) {
            return;
        }
        Exchange exchange = new DefaultExchange(camel);
        push.take(exchange, claim);
        if (exchange.isRouteStop()) {
            return;
        }
        Fake fake = target.fake();
        fake.mood = mood;
        fake.current = claim;
        try {
            Runnable settling = hands.get(target).apply(claim);
            if (mood == Fake.Mood.ANSWERS_LATE) {
                late.add(settling);
            } else {
                settling.run();
            }
        } catch (RuntimeException failed) {
            exchange.setProperty(Exchange.EXCEPTION_CAUGHT, failed);
            push.failed(exchange, claim);
        } finally {
            fake.mood = Fake.Mood.WELL;
            fake.current = null;
        }
    }

    /** An answer that was long on its way arrives. */
    void answerArrives() {
        Optional.ofNullable(late.poll()).ifPresent(Runnable::run);
    }
}
