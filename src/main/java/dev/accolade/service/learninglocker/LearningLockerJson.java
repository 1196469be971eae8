package dev.accolade.service.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Learning Locker's JSON and our records. Source: docs/services/learning-locker.md, chapter 3 */
final class LearningLockerJson {

    /** What is read of a client: everything but its secret. */
    static final List<String> CLIENT_FIELDS = List.of("title", "organisation", "lrs_id", "authority", "scopes", "isTrusted", "api.basic_key",
            "createdAt", "updatedAt");

    private static final ObjectMapper JSON = new ObjectMapper();

    private LearningLockerJson() {
    }

    static Store store(JsonNode json) {
        Fields store = new Fields(json);
        return new Store(store.id(), store.text("title").orElse(""));
    }

    static Client client(JsonNode json) {
        Fields client = new Fields(json);
        Optional<String> key = client.object("api").flatMap(api -> new Fields(api).text("basic_key"));
        return new Client(client.id(), client.text("title").orElse(""), client.id("organisation"), client.id("lrs_id"), client.object("authority"),
                client.texts("scopes"), client.flag("isTrusted"), key, client.time("createdAt"), client.time("updatedAt"));
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

    /** The secret alone: a change of {@code api} as a whole would change the key too. */
    static ObjectNode secret(String secret) {
        ObjectNode json = JSON.createObjectNode();
        json.putObject("api").put("basic_secret", secret);
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
}
