package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Dotted paths in documents. */
final class Paths {

    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Paths() {
    }

    /** What is at a dotted path; missing when nothing is. */
    static JsonNode get(JsonNode from, String path) {
        if (path.indexOf('.') < 0) {
            return from.path(path);
        }
        JsonNode here = from;
        for (String part : path.split("\\.")) {
            here = here.isArray() ? element(here, part) : here.path(part);
        }
        return here;
    }

    /** Puts a value at a dotted path, making objects on the way. */
    static void put(ObjectNode into, String path, JsonNode value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            into.set(path, value);
            return;
        }
        String first = path.substring(0, dot);
        JsonNode inner = into.get(first);
        if (inner instanceof ArrayNode array) {
            putElement(array, path.substring(dot + 1), value);
        } else {
            put(inner instanceof ObjectNode object ? object : into.putObject(first), path.substring(dot + 1), value);
        }
    }

    private static void putElement(ArrayNode array, String index, JsonNode value) {
        if (!index.matches("\\d{1,4}")) {
            return;
        }
        int at = Integer.parseInt(index);
        while (array.size() <= at) {
            array.addNull();
        }
        array.set(at, value);
    }

    private static JsonNode element(JsonNode array, String index) {
        return index.matches("\\d{1,6}") ? array.path(Integer.parseInt(index)) : MissingNode.getInstance();
    }
}
