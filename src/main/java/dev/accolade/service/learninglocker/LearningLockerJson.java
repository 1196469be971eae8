package dev.accolade.service.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Learning Locker's JSON and our records. Source: docs/services/learning-locker.md, section 3 */
final class LearningLockerJson {

    /** What is read of a client: everything but its secret. */
    static final List<String> CLIENT_FIELDS = List.of("title", "lrs_id", "authority", "scopes", "isTrusted", "api.basic_key",
            "createdAt", "updatedAt");

    private static final ObjectMapper JSON = new ObjectMapper();

    private LearningLockerJson() {
    }

    static Store store(JsonNode json) {
        return new Store(id(json), json.path("title").asText(""));
    }

    static Client client(JsonNode json) {
        List<String> scopes = new ArrayList<>();
        json.path("scopes").forEach(scope -> scopes.add(scope.asText()));
        JsonNode authority = json.path("authority");
        return new Client(id(json), json.path("title").asText(""), text(json, "lrs_id"),
                authority.isObject() ? Optional.of(authority) : Optional.empty(), scopes,
                json.path("isTrusted").asBoolean(), text(json.path("api"), "basic_key"), time(json, "createdAt"), time(json, "updatedAt"));
    }

    static ObjectNode create(ClientRequest request) {
        ObjectNode json = JSON.createObjectNode().put("title", request.title()).put("lrs_id", request.storeId())
                .put("authority", Authority.canonical(request.authority())).put("isTrusted", request.trusted());
        json.set("scopes", array(request.scopes()));
        request.basicKey().ifPresent(key -> json.putObject("api").put("basic_key", key));
        return json;
    }

    static ObjectNode change(ClientChange change) {
        ObjectNode json = JSON.createObjectNode();
        change.title().ifPresent(title -> json.put("title", title));
        change.storeId().ifPresent(store -> json.put("lrs_id", store));
        change.authority().ifPresent(authority -> json.put("authority", Authority.canonical(authority)));
        change.scopes().ifPresent(scopes -> json.set("scopes", array(scopes)));
        change.trusted().ifPresent(trusted -> json.put("isTrusted", trusted));
        return json;
    }

    /** A filter on an id, in the extended form that the Connection interface turns into an ObjectId. */
    static String idFilter(String field, String id) {
        ObjectNode json = JSON.createObjectNode();
        json.putObject(field).put("$oid", id);
        return json.toString();
    }

    /** A filter on a text, letter by letter. */
    static String textFilter(String field, String text) {
        return JSON.createObjectNode().put(field, text).toString();
    }

    static String projection(List<String> fields) {
        ObjectNode json = JSON.createObjectNode();
        fields.forEach(field -> json.put(field, 1));
        return json.toString();
    }

    static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ArrayNode array(List<String> texts) {
        ArrayNode array = JSON.createArrayNode();
        texts.forEach(array::add);
        return array;
    }

    private static String id(JsonNode json) {
        return text(json, "_id").orElseThrow(() -> new IllegalArgumentException("no _id"));
    }

    private static Optional<String> text(JsonNode json, String name) {
        return json.path(name).isTextual() ? Optional.of(json.path(name).asText()) : Optional.empty();
    }

    private static Optional<Instant> time(JsonNode json, String name) {
        try {
            return text(json, name).map(Instant::parse);
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
