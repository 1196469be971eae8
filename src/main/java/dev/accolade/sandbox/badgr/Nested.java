package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Fields that hold a list of objects: errors stand at the position of the item, with {@code {}} for the good ones. */
final class Nested {

    private Nested() {
    }

    /** The items as read; empty when the field is absent or anything about it is wrong. */
    static <T> Optional<List<T>> list(Fields fields, String name, Function<Fields, T> reading) {
        Optional<JsonNode> value = fields.value(name, Fields.Need.OPTIONAL);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!value.get().isArray()) {
            fields.wrong(name, Json.object().set(Fields.CROSSING, Json.texts(notAList(value.get()))));
            return Optional.empty();
        }
        List<T> items = new ArrayList<>();
        ArrayNode errors = Json.array();
        boolean wrong = false;
        for (JsonNode one : value.get()) {
            Fields item = new Fields(one);
            T read = reading.apply(item);
            errors.add(item.errors);
            wrong |= !item.errors.isEmpty();
            items.add(read);
        }
        if (wrong) {
            fields.wrong(name, errors);
            return Optional.empty();
        }
        return Optional.of(items);
    }

    static String notAList(JsonNode value) {
        return "Expected a list of items but got type \"" + Json.typeName(value) + "\".";
    }
}
