package dev.accolade.service.fas;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import dev.accolade.sandbox.StandIn;
import dev.accolade.sandbox.fas.FasStandIn;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The stand-in of FAS2, beside which somebody writes down what it was asked. */
final class Witness implements StandIn {

    private static final List<String> PROOF = List.of("_csrf_token", "user_name", "password", "login", "tg_format");

    final List<Call> calls = new CopyOnWriteArrayList<>();
    private final FasStandIn fas = new FasStandIn();

    /** The calls as {@code METHOD path field=value&...}, decoded but for the path; without logins and without what shows who asks. */
    List<String> questions() {
        return calls.stream().filter(call -> !call.path().endsWith("/login")).map(Witness::shown).toList();
    }

    private static String shown(Call call) {
        List<String> own = Arrays.stream(call.text().split("&")).map(pair -> URLDecoder.decode(pair, StandardCharsets.UTF_8))
                .filter(pair -> !pair.isEmpty() && !PROOF.contains(pair.replaceAll("=.*", ""))).toList();
        return (call.method() + " " + call.path().replaceFirst("^/accounts", "") + " " + String.join("&", own)).strip();
    }

    @Override
    public String name() {
        return fas.name();
    }

    @Override
    public String basePath() {
        return fas.basePath();
    }

    @Override
    public void load(JsonNode seed) {
        fas.load(seed);
    }

    @Override
    public Answer answer(Call call) {
        calls.add(call);
        return fas.answer(call);
    }

    @Override
    public Answer control(Call call) {
        return fas.control(call);
    }
}
