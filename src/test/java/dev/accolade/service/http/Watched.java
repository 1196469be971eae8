package dev.accolade.service.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import dev.accolade.sandbox.StandIn;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A stand-in that remembers what it was asked, and can be made to answer something else. */
public final class Watched implements StandIn {

    private final StandIn real;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile Function<Call, Optional<Answer>> instead = call -> Optional.empty();

    public Watched(StandIn real) {
        this.real = real;
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public void load(JsonNode seed) {
        real.load(seed);
        calls.clear();
    }

    @Override
    public Answer answer(Call call) {
        calls.add(call);
        return instead.apply(call).orElseGet(() -> real.answer(call));
    }

    public void instead(Function<Call, Optional<Answer>> answers) {
        this.instead = answers;
    }

    /** The calls of this method whose path contains this text, in their order. */
    public List<Call> calls(String method, String path) {
        return calls.stream().filter(call -> call.method().equals(method) && call.path().contains(path)).toList();
    }

    public List<Call> calls() {
        return calls;
    }
}
