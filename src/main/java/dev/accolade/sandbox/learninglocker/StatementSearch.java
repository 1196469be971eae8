package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads statements: one by id, or a page of those that match. */
final class StatementSearch {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ONE = Set.of("statementId", "voidedStatementId", "format", "attachments");
    private static final Set<String> MANY = Set.of("agent", "verb", "activity", "registration", "related_activities", "related_agents",
            "since", "until", "limit", "format", "attachments", "ascending", "cursor");
    private static final int PAGE = 100;

    private final Database database;

    StatementSearch(Database database) {
        this.database = database;
    }

    Answer answer(Call call, XapiCaller caller) {
        Optional<String> id = call.parameter("statementId");
        Optional<String> voided = call.parameter("voidedStatementId");
        refuseUnknown(call, id.isPresent() || voided.isPresent() ? ONE : MANY);
        if (id.isPresent() && voided.isPresent()) {
            throw Xapi.refusal(400, "Cannot use 'statementId' and 'voidedStatementId'");
        }
        boolean own = caller.readsOnlyItsOwn();
        Predicate<StatementStore.Stored> visible = one -> !own || one.client().equals(caller.id());
        if (id.isPresent() || voided.isPresent()) {
            StatementStore.Stored found = database.statements().find(caller.store(), id.orElseGet(voided::get), voided.isPresent()).filter(visible)
                    .orElseThrow(() -> Xapi.refusal(404, "No Statement found"));
            return Answer.json(200, found.statement()).with("Last-Modified", found.statement().path("stored").asText());
        }
        return page(call, caller, visible);
    }

    private static void refuseUnknown(Call call, Set<String> known) {
        List<String> unknown = call.parameters().keySet().stream().filter(name -> !known.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw Xapi.refusal(400, "Cannot use unknown params '" + String.join(", ", unknown) + "'");
        }
    }

    private Answer page(Call call, XapiCaller caller, Predicate<StatementStore.Stored> visible) {
        boolean ascending = call.parameter("ascending").filter("true"::equals).isPresent();
        int limit = limit(call);
        Predicate<StatementStore.Stored> wanted = visible.and(one -> matches(call, one.statement()));
        Optional<Long> beyond = call.parameter("cursor").flatMap(text -> RestQuery.leadingNumber(text.replaceFirst("^0+(?=\\d)", "")));
        List<StatementStore.Stored> found = database.statements().list(caller.store(), ascending, beyond, wanted, limit + 1);
        ObjectNode page = Paths.NODES.objectNode();
        page.put("more", found.size() > limit ? more(call, found.get(limit - 1)) : "");
        ArrayNode statements = page.putArray("statements");
        found.stream().limit(limit).forEach(one -> statements.add(one.statement()));
        return Answer.json(200, page);
    }

    private static int limit(Call call) {
        Optional<String> text = call.parameter("limit");
        if (text.isPresent() && !text.get().matches("\\d{1,6}")) {
            throw Xapi.refusal(400, List.of(StatementRules.problem("query.limit", Paths.NODES.textNode(text.get()))));
        }
        int limit = text.map(Integer::parseInt).orElse(PAGE);
        return limit == 0 ? PAGE : Math.min(limit, PAGE);
    }

    private static String more(Call call, StatementStore.Stored last) {
        StringBuilder link = new StringBuilder("/data/xAPI/statements?");
        call.parameters().forEach((name, values) -> {
            if (!name.equals("cursor")) {
                link.append(name).append('=').append(URLEncoder.encode(values.get(0), StandardCharsets.UTF_8)).append('&');
            }
        });
        return link + "cursor=" + String.format("%012d_", last.number())
                + URLEncoder.encode(last.statement().path("stored").asText(), StandardCharsets.UTF_8);
    }

    private static boolean matches(Call call, ObjectNode statement) {
        return is(call, "verb", statement.path("verb").path("id")) && is(call, "activity", statement.path("object").path("id"))
                && is(call, "registration", statement.path("context").path("registration"))
                && call.parameter("agent").map(agent -> sameAgent(agent, statement)).orElse(true)
                && time(call, "since").map(since -> stored(statement).isAfter(since)).orElse(true)
                && time(call, "until").map(until -> !stored(statement).isAfter(until)).orElse(true);
    }

    private static boolean is(Call call, String parameter, JsonNode value) {
        return call.parameter(parameter).map(value.asText()::equals).orElse(true);
    }

    private static boolean sameAgent(String text, ObjectNode statement) {
        try {
            JsonNode wanted = JSON.readTree(text);
            for (String identifier : List.of("mbox", "mbox_sha1sum", "openid", "account")) {
                if (wanted.has(identifier)) {
                    return wanted.get(identifier).equals(statement.path("actor").path(identifier))
                            || wanted.get(identifier).equals(statement.path("object").path(identifier));
                }
            }
            return false;
        } catch (JsonProcessingException notJson) {
            throw Xapi.refusal(400, "Expected valid JSON in query.agent");
        }
    }

    private static Optional<Instant> time(Call call, String parameter) {
        return call.parameter(parameter).map(text -> Casts.time(Paths.NODES.textNode(text))
                .orElseThrow(() -> Xapi.refusal(400, List.of(StatementRules.problem("query." + parameter, Paths.NODES.textNode(text))))));
    }

    private static Instant stored(ObjectNode statement) {
        return Instant.parse(statement.path("stored").asText());
    }
}
