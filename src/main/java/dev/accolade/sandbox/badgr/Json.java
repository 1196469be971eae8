package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Optional;

/** New JSON nodes, and the names error messages give to their types. */
final class Json {

    private Json() {
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static ArrayNode texts(String... values) {
        ArrayNode array = array();
        for (String value : values) {
            array.add(value);
        }
        return array;
    }

    static ArrayNode texts(Collection<String> values) {
        return texts(values.toArray(String[]::new));
    }

    /** The text under a name; empty when absent, null or no text. */
    static Optional<String> text(JsonNode node, String name) {
        return node.path(name).isTextual() ? Optional.of(node.path(name).textValue()) : Optional.empty();
    }

    /** The server is written in Python, and its messages name types as Python does. */
    static String typeName(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> "str";
            case BOOLEAN -> "bool";
            case NUMBER -> node.isIntegralNumber() ? "int" : "float";
            case ARRAY -> "list";
            case NULL -> "NoneType";
            case OBJECT, POJO, BINARY, MISSING -> "dict";
        };
    }
}
