package dev.accolade.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import dev.accolade.sandbox.StandIn;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A server that answers what a test tells it to, and remembers what it was asked. */
public final class Script implements StandIn {

    public final List<Call> calls = new CopyOnWriteArrayList<>();
    public volatile Function<Call, Answer> answer = call -> Answer.empty(404);

    @Override
    public String name() {
        return "script";
    }

    @Override
    public void load(JsonNode seed) {
        calls.clear();
    }

    @Override
    public Answer answer(Call call) {
        calls.add(call);
        return answer.apply(call);
    }

    /** Always the same JSON text. */
    public void says(int status, String json) {
        answer = call -> Answer.text(status, "application/json", json);
    }
}
