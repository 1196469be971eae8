package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.Call;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Takes statements in: checks them, stamps them with the client's authority and stores them. */
final class Statements {

    static final String VOIDED = "http://adlnet.gov/expapi/verbs/voided";

    private static final List<String> STAMPED = List.of("authority", "stored");

    private final Database database;

    Statements(Database database) {
        this.database = database;
    }

    /** The ids of the statements of a POST, in the order sent. */
    List<String> post(Call call, XapiCaller caller) {
        JsonNode body = body(call);
        caller.mustWrite();
        List<JsonNode> statements = new ArrayList<>();
        if (body.isArray()) {
            body.forEach(statements::add);
        } else {
            statements.add(body);
        }
        return store(statements, caller);
    }

    /** Stores the statement of a PUT under the id of its address. */
    void put(Call call, XapiCaller caller) {
        JsonNode body = body(call);
        caller.mustWrite();
        String id = call.parameter("statementId").orElseThrow(() -> Xapi.refusal(400, "Missing required 'statementId' query param"));
        if (body.has("id") && !body.path("id").asText().equalsIgnoreCase(id)) {
            throw Xapi.refusal(400, "Statement id must match the query param (" + id + ")");
        }
        store(List.of(body instanceof ObjectNode object ? object.deepCopy().put("id", id) : body), caller);
    }

    private static JsonNode body(Call call) {
        if (JsonSyntax.complaint(call.text()).isPresent()) {
            throw Xapi.refusal(400, "Expected valid JSON in body");
        }
        return call.json().orElseThrow(() -> Xapi.refusal(400, "Expected valid JSON in body"));
    }

    private List<String> store(List<JsonNode> statements, XapiCaller caller) {
        List<String> warnings = StatementRules.warnings(statements);
        if (!warnings.isEmpty()) {
            throw Xapi.refusal(400, warnings);
        }
        Set<String> ids = new HashSet<>();
        List<StatementStore.Stored> batch = new ArrayList<>();
        for (JsonNode statement : statements) {
            StatementStore.Stored one = stamped((ObjectNode) statement, caller);
            if (!ids.add(one.id())) {
                throw Xapi.refusal(400, one.id() + " is duplicated in the current batch");
            }
            refuseBadVoiding(one);
            batch.add(one);
        }
        StatementStore.Outcome outcome = database.statements().store(batch);
        outcome.conflict().ifPresent(id -> {
            throw Xapi.refusal(409, id + " is conflicting");
        });
        count(caller.store(), outcome.added());
        return outcome.ids();
    }

    private StatementStore.Stored stamped(ObjectNode sent, XapiCaller caller) {
        ObjectNode content = sent.deepCopy();
        content.remove(STAMPED);
        content.remove("id");
        ObjectNode statement = sent.deepCopy();
        typed(statement.path("actor"), "Agent");
        typed(statement.path("object"), "Activity");
        String id = statement.path("id").asText(UUID.randomUUID().toString());
        String now = database.now();
        statement.put("id", id).put("stored", now);
        statement.put("timestamp", statement.path("timestamp").asText(now)).put("version", statement.path("version").asText("1.0.0"));
        statement.set("authority", Changes.parsed(caller.caller().client().path("authority").asText()));
        return new StatementStore.Stored(0, caller.store(), caller.id(), id, statement, content);
    }

    private static void typed(JsonNode part, String type) {
        if (part instanceof ObjectNode object && !object.has("objectType")) {
            object.put("objectType", type);
        }
    }

    private void refuseBadVoiding(StatementStore.Stored one) {
        if (!one.voids()) {
            return;
        }
        JsonNode object = one.statement().path("object");
        if (!object.path("objectType").asText().equals("StatementRef")) {
            throw Xapi.refusal(400, "Voider 'objectType' ('" + object.path("objectType").asText() + ") must be 'StatementRef'");
        }
        String target = object.path("id").asText();
        Optional<StatementStore.Stored> found = database.statements().find(one.store(), target, false);
        if (found.filter(StatementStore.Stored::voids).isPresent()) {
            throw Xapi.refusal(400, "Voider cannot void another voider (" + target + ")");
        }
    }

    private void count(String store, int added) {
        if (added > 0) {
            database.of(Model.STORE).replace(store, old -> {
                ObjectNode raised = old.deepCopy();
                return raised.put("statementCount", old.path("statementCount").asInt() + added);
            });
        }
    }
}
