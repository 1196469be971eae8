package dev.accolade.crash;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import dev.accolade.sandbox.StandIn;
import java.util.concurrent.CompletableFuture;

/** A stand-in before which a victim dies when its n-th deciding request of a kind arrives, or when that has been done. */
final class Tripwire implements StandIn {

    private final StandIn inner;
    private Kind kind;
    private Step step;
    private int left;
    private CompletableFuture<Process> victim;
    private volatile Sabotage sabotage = Sabotage.NONE;

    Tripwire(StandIn inner) {
        this.inner = inner;
    }

    void sabotage(Sabotage how) {
        sabotage = how;
    }

    /** @param process whoever dies; known before its first request comes */
    synchronized void arm(Kind newKind, Step newStep, int nth, CompletableFuture<Process> process) {
        kind = newKind;
        step = newStep;
        left = nth;
        victim = process;
    }

    synchronized void disarm() {
        kind = null;
    }

    @Override
    public Answer answer(Call call) {
        if (!isTheOne(call)) {
            return sabotage.shown(call, inner.answer(sabotage.seen(call)));
        }
        if (step == Step.SERVER_ACTED) {
            inner.answer(sabotage.seen(call));
        }
        Process process = victim.join();
        process.destroyForcibly();
        process.onExit().join();
        return Answer.empty(503);
    }

    private synchronized boolean isTheOne(Call call) {
        return kind != null && kind.decidedBy(call) && --left == 0;
    }

    @Override
    public String name() {
        return inner.name();
    }

    @Override
    public String basePath() {
        return inner.basePath();
    }

    @Override
    public void load(JsonNode seed) {
        inner.load(seed);
    }

    @Override
    public Answer control(Call call) {
        return inner.control(call);
    }
}
