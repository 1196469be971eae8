package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a document that was to be stored, by path, in the order found. */
final class Complaints {

    /** The scopes a client may hold, in the order error texts list them. */
    static final List<String> SCOPES = List.of("all", "statements/delete", "xapi/all", "xapi/read", "statements/read", "statements/write",
            "statements/read/mine", "state", "profile");

    private final Map<String, ObjectNode> errors = new LinkedHashMap<>();

    boolean isEmpty() {
        return errors.isEmpty();
    }

    void cast(String path, CastFailure failure) {
        errors.put(path, failure.error());
    }

    /** A nested object was given something that is none. */
    void primitive(String path, JsonNode value) {
        ObjectNode error = Paths.NODES.objectNode();
        error.put("message", "Tried to set nested object field `" + path + "` to primitive value `" + value.asText() + "`");
        error.put("stack", "ObjectExpectedError").put("path", path);
        errors.put(path, error.put("name", "ObjectExpectedError"));
    }

    /** The stored value breaks the rules of its path. */
    void rule(String path, String message, JsonNode value) {
        if (errors.containsKey(path)) {
            return;
        }
        ObjectNode reason = Paths.NODES.objectNode().put("message", message).put("stack", "Error: " + message);
        ObjectNode properties = Paths.NODES.objectNode().put("message", message).put("type", "user defined").put("path", path);
        properties.set("value", value);
        properties.set("reason", reason);
        ObjectNode error = validator(message, properties, "user defined", path, value);
        error.set("reason", reason);
        errors.put(path, error);
    }

    /** Scopes that are none. */
    void scopes(JsonNode scopes) {
        for (int i = 0; i < scopes.size(); i++) {
            JsonNode scope = scopes.get(i);
            if (!SCOPES.contains(scope.asText())) {
                String path = "scopes." + i;
                String message = "`" + scope.asText() + "` is not a valid enum value for path `" + path + "`.";
                ObjectNode properties = Paths.NODES.objectNode().put("message", message).put("type", "enum");
                ArrayNode allowed = properties.putArray("enumValues");
                SCOPES.forEach(allowed::add);
                properties.put("path", path).set("value", scope);
                errors.put(path, validator(message, properties, "enum", path, scope));
            }
        }
    }

    /** The body of the refusal. */
    ObjectNode body(Model model) {
        List<String> sentences = new ArrayList<>();
        errors.forEach((path, error) -> sentences.add(path + ": " + error.path("message").asText()));
        String failed = model.title() + " validation failed";
        String message = failed + ": " + String.join(", ", sentences);
        ObjectNode body = Paths.NODES.objectNode();
        ObjectNode all = body.putObject("errors");
        errors.forEach(all::set);
        body.put("_message", failed).put("message", message).put("stack", "ValidationError: " + message);
        return body.put("name", "ValidationError").put("statusCode", 400);
    }

    private static ObjectNode validator(String message, ObjectNode properties, String kind, String path, JsonNode value) {
        ObjectNode error = Paths.NODES.objectNode().put("message", message).put("stack", "ValidatorError: " + message).put("name", "ValidatorError");
        error.set("properties", properties);
        error.put("kind", kind).put("path", path).set("value", value);
        return error;
    }
}
