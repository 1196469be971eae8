package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Documents as readers get them: the authority as an object, and clients with an extra {@code id}. */
final class Shown {

    private Shown() {
    }

    static ObjectNode of(Model model, ObjectNode stored, Projection projection) {
        ObjectNode copy = projection.of(stored);
        if (model == Model.CLIENT) {
            JsonNode authority = copy.get("authority");
            if (authority != null && authority.isTextual()) {
                copy.set("authority", Changes.parsed(authority.textValue()));
            }
            JsonNode id = copy.get("_id");
            copy.put("id", id == null ? null : id.textValue());
        }
        return copy;
    }
}
