package dev.accolade.service.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The members of an object in an answer. Null and absent are the same; a value of another kind than expected is not guessed at.
 *
 * <p>Every method throws {@link IllegalArgumentException} naming the member that is not as it should be, without its value.
 */
record Fields(JsonNode json) {

    Fields {
        if (!json.isObject()) {
            throw new IllegalArgumentException("no object where one should be");
        }
    }

    String id() {
        return id("_id").orElseThrow(() -> new IllegalArgumentException("no _id"));
    }

    Optional<String> id(String name) {
        Optional<String> text = text(name);
        if (text.isPresent() && !Ids.isId(text.get())) {
            throw new IllegalArgumentException("a member " + name + " that is no id");
        }
        return text;
    }

    Optional<String> text(String name) {
        Optional<JsonNode> value = value(name);
        if (value.isPresent() && !value.get().isTextual()) {
            throw new IllegalArgumentException("a member " + name + " that is no text");
        }
        return value.map(JsonNode::textValue);
    }

    /** The server lets in only those for whom this is true, so null counts as false; it never leaves it out. */
    boolean flag(String name) {
        JsonNode value = json.path(name);
        if (!value.isBoolean() && !value.isNull()) {
            throw new IllegalArgumentException("no boolean in " + name);
        }
        return value.booleanValue();
    }

    /** The server never leaves the list out, but may hold null there. */
    List<String> texts(String name) {
        JsonNode list = json.path(name);
        if (!list.isArray() && !list.isNull()) {
            throw new IllegalArgumentException("no list in " + name);
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode one : list) {
            if (!one.isTextual()) {
                throw new IllegalArgumentException("a list " + name + " with something other than texts");
            }
            texts.add(one.textValue());
        }
        return texts;
    }

    Optional<Instant> time(String name) {
        try {
            return text(name).map(Instant::parse);
        } catch (DateTimeException noTime) {
            throw new IllegalArgumentException("a member " + name + " that is no time", noTime);
        }
    }

    Optional<JsonNode> object(String name) {
        Optional<JsonNode> value = value(name);
        if (value.isPresent() && !value.get().isObject()) {
            throw new IllegalArgumentException("a member " + name + " that is no object");
        }
        return value;
    }

    private Optional<JsonNode> value(String name) {
        return Optional.of(json.path(name)).filter(value -> !value.isMissingNode() && !value.isNull());
    }
}
