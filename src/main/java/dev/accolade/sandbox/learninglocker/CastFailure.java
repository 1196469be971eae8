package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A value that cannot become what its path holds. */
final class CastFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ObjectNode error;

    CastFailure(ObjectNode error) {
        super(error.path("message").asText(), null, false, false);
        this.error = error;
    }

    /** The error as the answer shows it. */
    ObjectNode error() {
        return error;
    }

    /** One cast error: {@code Cast to X failed for value "v" at path "p"}, with the reason behind it. */
    static ObjectNode error(String kind, JsonNode value, String path, JsonNode reason) {
        ObjectNode error = Paths.NODES.objectNode();
        String quoted = Inspection.quoted(value);
        error.put("message", "Cast to " + kind + " failed for value " + quoted + " at path \"" + path + "\"");
        error.put("stack", "CastError");
        error.put("stringValue", quoted);
        error.put("kind", kind);
        error.set("value", value);
        if (!path.equals("undefined")) {
            error.put("path", path);
            error.set("reason", reason);
        }
        return error.put("name", "CastError");
    }
}
