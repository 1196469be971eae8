package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which fields of a document are shown.
 *
 * @param included dotted paths; empty for all
 * @param excluded dotted paths; empty when paths are included
 * @param withId   whether {@code _id} comes along
 */
record Projection(Set<String> included, Set<String> excluded, boolean withId) {

    static final Projection ALL = new Projection(Set.of(), Set.of(), true);

    /** From {@code a,b}, {@code -a,-b} or a JSON object of ones and zeros. */
    static Projection of(JsonNode select) {
        Set<String> in = new LinkedHashSet<>();
        Set<String> out = new LinkedHashSet<>();
        if (select.isObject()) {
            select.properties().forEach(field -> (truthy(field.getValue()) ? in : out).add(field.getKey()));
        } else {
            for (String name : select.asText().split("[,\\s]+")) {
                if (!name.isEmpty()) {
                    (name.startsWith("-") ? out : in).add(name.startsWith("-") ? name.substring(1) : name);
                }
            }
        }
        boolean withId = !out.remove("_id");
        if (!in.isEmpty() && !out.isEmpty()) {
            throw Errors.database("Projection cannot have a mix of inclusion and exclusion.");
        }
        return new Projection(in, out, withId);
    }

    /** The same, showing one more path if only some are shown. */
    Projection including(String path) {
        if (included.isEmpty()) {
            return this;
        }
        Set<String> more = new LinkedHashSet<>(included);
        more.add(path);
        return new Projection(more, excluded, withId);
    }

    /** A copy with the fields that are shown; its own to change at the top level. */
    ObjectNode of(ObjectNode document) {
        ObjectNode copy = Paths.NODES.objectNode();
        if (included.isEmpty()) {
            copy.setAll(document);
            excluded.forEach(path -> remove(copy, path));
        } else {
            document.fieldNames().forEachRemaining(name -> take(document, name, copy));
        }
        if (withId) {
            copy.set("_id", document.get("_id"));
        } else {
            copy.remove("_id");
        }
        return copy;
    }

    private void take(ObjectNode document, String name, ObjectNode copy) {
        if (included.contains(name)) {
            copy.set(name, document.get(name));
            return;
        }
        for (String path : included) {
            if (path.startsWith(name + ".") && document.get(name).isObject()) {
                JsonNode value = Paths.get(document, path);
                ObjectNode inner = copy.path(name).isObject() ? (ObjectNode) copy.get(name) : copy.putObject(name);
                if (!value.isMissingNode()) {
                    Paths.put(inner, path.substring(name.length() + 1), value);
                }
            }
        }
    }

    private static void remove(ObjectNode copy, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            copy.remove(path);
        } else if (copy.path(path.substring(0, dot)) instanceof ObjectNode inner) {
            ObjectNode own = inner.deepCopy();
            copy.set(path.substring(0, dot), own);
            remove(own, path.substring(dot + 1));
        }
    }

    private static boolean truthy(JsonNode value) {
        return value.isTextual() ? !value.textValue().isEmpty() : value.asBoolean() || value.isContainerNode();
    }
}
