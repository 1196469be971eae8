package dev.accolade.service.bodhi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.service.bodhi.BodhiUpdate.Times;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what Bodhi sends, of which most is passed over; e-mail addresses are never read. What is missing or of another kind is an
 * {@link IllegalArgumentException} that names the field alone. Source: docs/services/bodhi.md, facts 4 to 7.
 */
final class BodhiJson {

    private BodhiJson() {
    }

    static BodhiUpdate update(JsonNode json) {
        return new BodhiUpdate(needed(json, "alias"), name(json, "user"), needed(json, "status"), text(json, "request"), needed(json, "type"),
                name(json, "release"), names(json, "builds", "nvr"), new Times(time(json, "date_submitted"), time(json, "date_modified"),
                        time(json, "date_pushed"), time(json, "date_testing"), time(json, "date_stable")));
    }

    static BodhiUser user(JsonNode json) {
        JsonNode id = json.path("id");
        if (!id.isIntegralNumber() || !id.canConvertToLong()) {
            throw wrong("id");
        }
        return new BodhiUser(id.longValue(), needed(json, "name"), names(json, "groups", "name"));
    }

    /** A count: never negative, never more than two thousand million. */
    static int count(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0) {
            throw wrong(field);
        }
        return value.intValue();
    }

    /** The name of the thing under a field; empty for null. */
    private static Optional<String> name(JsonNode json, String field) {
        JsonNode thing = json.path(field);
        if (thing.isNull()) {
            return Optional.empty();
        }
        return Optional.of(needed(thing, "name"));
    }

    private static List<String> names(JsonNode json, String field, String name) {
        if (!json.path(field).isArray()) {
            throw wrong(field);
        }
        List<String> names = new ArrayList<>();
        json.path(field).forEach(one -> names.add(needed(one, name)));
        return names;
    }

    private static String needed(JsonNode json, String field) {
        return text(json, field).filter(text -> !text.isBlank()).orElseThrow(() -> wrong(field));
    }

    private static Optional<String> text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isTextual() && !value.isNull()) {
            throw wrong(field);
        }
        return Optional.ofNullable(value.textValue());
    }

    private static Optional<Instant> time(JsonNode json, String field) {
        try {
            return text(json, field).map(time -> LocalDateTime.parse(time.replace(' ', 'T')).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException noTime) {
            throw wrong(field);
        }
    }

    private static IllegalArgumentException wrong(String field) {
        return new IllegalArgumentException("no usable " + field);
    }
}
