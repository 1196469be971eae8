package dev.accolade.service.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import dev.accolade.sandbox.StandIn;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A service that answers what the test says and remembers what it was asked. */
final class Echo implements StandIn {

    final List<Call> calls = new CopyOnWriteArrayList<>();
    volatile Function<Call, Answer> answer = call -> Answer.json(200, List.of("ok"));

    @Override
    public String name() {
        return "echo";
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

    Call last() {
        return calls.get(calls.size() - 1);
    }
}
