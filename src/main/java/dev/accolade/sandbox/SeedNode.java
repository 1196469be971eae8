package dev.accolade.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A part of a seed that knows where it stands, so that mistakes can be named.
 *
 * @param node  missing where the seed says nothing
 * @param place its path from the top, like {@code groups[3]}; empty at the top
 */
public record SeedNode(JsonNode node, String place) {

    /** The whole seed. */
    public static SeedNode of(JsonNode seed) {
        SeedNode top = new SeedNode(seed, "");
        if (!seed.isObject()) {
            throw top.wrong("", "a seed is a JSON object");
        }
        return top;
    }

    /** The object under a name; missing when there is none. */
    public SeedNode child(String name) {
        JsonNode child = node.path(name);
        if (!child.isMissingNode() && !child.isObject()) {
            throw wrong(name, "is not an object");
        }
        return new SeedNode(child, under(name));
    }

    /** The objects of an array; none when the name is missing. */
    public List<SeedNode> items(String name) {
        List<SeedNode> items = new ArrayList<>();
        for (int i = 0; i < list(name).size(); i++) {
            SeedNode item = item(name, i);
            if (!item.node.isObject()) {
                throw item.wrong("", "is not an object");
            }
            items.add(item);
        }
        return items;
    }

    /** The array under a name; missing, and so without elements, when there is none. */
    public JsonNode list(String name) {
        JsonNode list = node.path(name);
        if (!list.isMissingNode() && !list.isArray()) {
            throw wrong(name, "is not an array");
        }
        return list;
    }

    /** An element of an array, whatever it is. */
    public SeedNode item(String name, int index) {
        return new SeedNode(list(name).path(index), under(name) + "[" + index + "]");
    }

    /** Text that must be there. */
    public String text(String name) {
        return optional(name).filter(text -> !text.isEmpty()).orElseThrow(() -> wrong(name, "is missing or empty"));
    }

    /** Text that may be absent or null. */
    public Optional<String> optional(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw wrong(name, "is not text");
        }
        return Optional.of(value.textValue());
    }

    public int number(String name, int otherwise) {
        JsonNode value = node.path(name);
        if (value instanceof MissingNode) {
            return otherwise;
        }
        if (!value.canConvertToInt() || !value.isIntegralNumber()) {
            throw wrong(name, "is not a whole number");
        }
        return value.intValue();
    }

    public boolean flag(String name, boolean otherwise) {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw wrong(name, "is not true or false");
        }
        return value.asBoolean(otherwise);
    }

    /** A time like {@code 2009-01-02T00:00:00Z}. */
    public Instant time(String name, Instant otherwise) {
        try {
            return optional(name).map(Instant::parse).orElse(otherwise);
        } catch (DateTimeException malformed) {
            throw wrong(name, "is not a time like 2009-01-02T00:00:00Z");
        }
    }

    /** The mistake at a field of this part, or at the part itself when the name is empty. */
    public IllegalArgumentException wrong(String name, String what) {
        String where = name.isEmpty() ? place : under(name);
        return new IllegalArgumentException((where.isEmpty() ? "seed" : where) + ": " + what);
    }

    private String under(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }
}
