package dev.accolade.service.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.Request;
import dev.accolade.service.http.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The xAPI service of a Learning Locker. What is stored there cannot be deleted, only voided. Every method but {@link #about} works as the client whose
 * login is given, else as the connection's own. Safe for several threads. Source: docs/services/learning-locker.md, chapter 8
 */
public final class StatementClient {

    private static final String STATEMENTS = "/statements";
    private static final String VOIDED = "http://adlnet.gov/expapi/verbs/voided";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Wire wire;
    private final Login own;

    StatementClient(Wire wire, Login own) {
        this.wire = wire;
        this.own = own;
    }

    /** Needs no login. */
    public XapiAbout about() {
        Request request = Request.of("GET", "/about").with("Accept", "application/json");
        JsonReply reply = wire.ask(request);
        try {
            return new XapiAbout(new Fields(reply.json()).texts("version"));
        } catch (IllegalArgumentException wrong) {
            throw wire.misunderstood(request, reply, wrong.getMessage());
        }
    }

    /**
     * Stores statements, all or none. One without an id gets one here, so that the same list can be sent again after an unknown outcome without being stored
     * twice if the caller gave ids.
     *
     * @param statements one object, or a list of them; the server overwrites {@code authority} and {@code stored}
     * @return their ids, in the same order
     * @throws IllegalArgumentException when this is no list of objects, or an id is no UUID
     */
    public List<String> post(Optional<Login> as, JsonNode statements) {
        ArrayNode batch = numbered(statements);
        if (batch.isEmpty()) {
            return List.of();
        }
        Request request = Request.of("POST", STATEMENTS).json(LearningLockerJson.bytes(batch));
        JsonReply reply = ask(as, request);
        List<String> ids = new ArrayList<>();
        batch.forEach(statement -> ids.add(statement.path("id").textValue()));
        if (!same(ids, reply.json())) {
            throw wire.misunderstood(request, reply, "other ids than those of the statements sent");
        }
        return ids;
    }

    /** One statement as it is stored; HTTP 404 when there is none that this client may read, or when it is voided. */
    public JsonNode statement(Optional<Login> as, String id) {
        return found(as, "statementId", id);
    }

    /** One statement that is voided; HTTP 404 when there is none that this client may read, or it is not voided. */
    public JsonNode voidedStatement(Optional<Login> as, String id) {
        return found(as, "voidedStatementId", id);
    }

    /**
     * Hides a statement. The server does not look whether there is one of this id, and a voiding cannot be voided.
     *
     * @param actor who voids: an Agent with exactly one identifier
     * @return the id of the statement that voids
     */
    public String voidStatement(Optional<Login> as, String id, JsonNode actor) {
        ObjectNode statement = NODES.objectNode();
        statement.set("actor", Authority.checkedAgent(actor, "the actor"));
        statement.putObject("verb").put("id", VOIDED);
        statement.putObject("object").put("objectType", "StatementRef").put("id", Ids.checkedStatement(id));
        return post(as, statement).get(0);
    }

    private JsonNode found(Optional<Login> as, String parameter, String id) {
        Request request = Request.of("GET", STATEMENTS).query(parameter, Ids.checkedStatement(id));
        JsonReply reply = ask(as, request);
        if (!reply.json().isObject() || !id.equalsIgnoreCase(reply.json().path("id").textValue())) {
            throw wire.misunderstood(request, reply, "no statement with the id asked for");
        }
        return reply.json();
    }

    private static ArrayNode numbered(JsonNode statements) {
        ArrayNode batch = NODES.arrayNode();
        for (JsonNode one : statements.isArray() ? statements : NODES.arrayNode().add(statements)) {
            if (!one.isObject()) {
                throw new IllegalArgumentException("a statement is a JSON object, and several are a list of objects");
            }
            ObjectNode statement = one.deepCopy();
            if (statement.has("id")) {
                Ids.checkedStatement(statement.path("id").asText());
            } else {
                statement.put("id", UUID.randomUUID().toString());
            }
            batch.add(statement);
        }
        return batch;
    }

    private static boolean same(List<String> ids, JsonNode answer) {
        if (!answer.isArray() || answer.size() != ids.size()) {
            return false;
        }
        for (int i = 0; i < ids.size(); i++) {
            if (!ids.get(i).equalsIgnoreCase(answer.get(i).textValue())) {
                return false;
            }
        }
        return true;
    }

    private JsonReply ask(Optional<Login> as, Request request) {
        return wire.ask(as.orElse(own).sign(request).with("X-Experience-API-Version", "1.0.3"));
    }

    void close() {
        wire.close();
    }
}
