package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The paths a body sets, with the values to store. Paths the schema does not know are dropped. */
final class Changes {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ELEMENT = Pattern.compile("scopes\\.\\d{1,4}");

    private final Model model;
    private final Map<String, JsonNode> values = new LinkedHashMap<>();
    private final Complaints complaints = new Complaints();

    private Changes(Model model) {
        this.model = model;
    }

    /** A new document's body: only {@code api} is looked into. */
    static Changes ofNew(Model model, JsonNode body) {
        Changes changes = new Changes(model);
        body.properties().forEach(field -> {
            if (field.getKey().equals("api") && model == Model.CLIENT) {
                changes.api(field.getValue());
            } else {
                changes.set(field.getKey(), field.getValue());
            }
        });
        return changes;
    }

    /**
     * An update's body: every object is taken apart into dotted paths before the schema sees it. That is why an authority sent as an object
     * vanishes: {@code authority.name} is no path of a client.
     */
    static Changes ofUpdate(Model model, JsonNode body) {
        Changes changes = new Changes(model);
        if (body.isObject()) {
            changes.flatten("", body);
        }
        return changes;
    }

    Map<String, JsonNode> values() {
        return values;
    }

    Complaints complaints() {
        return complaints;
    }

    /** The caller's organisation replaces whatever was sent. */
    void organisation(Optional<String> id) {
        id.ifPresent(own -> values.put("organisation", Paths.NODES.textNode(own)));
    }

    /** Adds what the rules of the paths say about a document with these changes. */
    void check(ObjectNode document) {
        if (values.containsKey("authority")) {
            authority(document.path("authority"));
        }
        if (values.keySet().stream().anyMatch(path -> path.equals("scopes") || path.startsWith("scopes."))) {
            complaints.scopes(document.path("scopes"));
        }
    }

    private void authority(JsonNode value) {
        Optional<String> noJson = value.isTextual() ? JsonSyntax.complaint(value.textValue()) : Optional.empty();
        if (noJson.isPresent()) {
            complaints.rule("authority", noJson.get(), value);
        } else if (!value.isTextual() || !AuthorityRule.allows(parsed(value.textValue()))) {
            complaints.rule("authority", "Authority is invalid", value);
        }
    }

    /** A stored authority as the object that readers get. */
    static JsonNode parsed(String authority) {
        try {
            return JSON.readTree(authority);
        } catch (JsonProcessingException notJson) {
            return Paths.NODES.textNode(authority);
        }
    }

    private void api(JsonNode api) {
        if (api.isObject()) {
            api.properties().forEach(field -> set("api." + field.getKey(), field.getValue()));
        } else if (!api.isNull()) {
            complaints.primitive("api", api);
        }
    }

    private void flatten(String prefix, JsonNode object) {
        object.properties().forEach(field -> {
            String path = prefix + field.getKey();
            JsonNode value = field.getValue();
            boolean reference = model.writable(path).filter(Kind.ID::equals).isPresent();
            if (value.isObject() && reference && value.has("_id")) {
                set(path, value.get("_id"));
            } else if (value.isObject()) {
                flatten(path + ".", value);
            } else if (path.equals("api") && value.isNull()) {
                values.put("api", value);
            } else if (path.equals("api") && model == Model.CLIENT) {
                complaints.primitive(path, value);
            } else {
                set(path, value);
            }
        });
    }

    private void set(String path, JsonNode value) {
        try {
            if (model == Model.CLIENT && path.startsWith("scopes.") && ELEMENT.matcher(path).matches()) {
                values.put(path, Casts.cast(Kind.TEXT, path, value));
                return;
            }
            Optional<Kind> kind = model.writable(path);
            if (kind.isPresent()) {
                values.put(path, Casts.cast(kind.get(), path, value));
            } else if (path.equals("updatedAt")) {
                values.put(path, value);
            }
        } catch (CastFailure failure) {
            complaints.cast(path, failure);
        }
    }
}
