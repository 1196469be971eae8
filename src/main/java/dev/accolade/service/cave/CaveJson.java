package dev.accolade.service.cave;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.accolade.service.cave.CavePermissions.MissingTerms;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Turns CAVE's JSON into records. Empty results say that something is not as CAVE sends it; unknown fields are skipped. */
final class CaveJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final DateTimeFormatter ISO_UTC = DateTimeFormatter.ISO_DATE_TIME.withZone(ZoneOffset.UTC);

    private CaveJson() {
    }

    /** Empty when this is no array, or one of its items is not readable: a list with holes is no list. */
    static <T> Optional<List<T>> list(JsonNode json, Function<JsonNode, Optional<T>> item) {
        if (!json.isArray()) {
            return Optional.empty();
        }
        List<T> items = new ArrayList<>(json.size());
        for (JsonNode one : json) {
            Optional<T> read = item.apply(one);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            items.add(read.get());
        }
        return Optional.of(items);
    }

    static Optional<CaveGroup> group(JsonNode json) {
        return isNamed(json) ? Optional.of(new CaveGroup(json.get("id").longValue(), json.get("name").textValue())) : Optional.empty();
    }

    static Optional<CaveMember> member(JsonNode json) {
        return isNamed(json) && json.path("admin").isBoolean()
                ? Optional.of(new CaveMember(json.get("id").longValue(), json.get("name").textValue(), json.get("admin").booleanValue()))
                : Optional.empty();
    }

    static Optional<CaveUser> user(JsonNode json) {
        if (!isNamed(json) || !json.path("service_account").isBoolean()) {
            return Optional.empty();
        }
        boolean program = json.get("service_account").booleanValue();
        Optional<String> email = Optional.ofNullable(json.path("email").textValue()).filter(address -> !program && !address.isBlank());
        return Optional.of(new CaveUser(json.get("id").longValue(), json.get("name").textValue(), email, program));
    }

    static Optional<CaveUserInformation> information(JsonNode json) {
        List<CaveUserInformation.Affiliation> affiliations = new ArrayList<>();
        boolean readable = affiliations(json.path("affiliations"), affiliations);
        return user(json).filter(user -> readable).map(user -> new CaveUserInformation(user, flag(json, "admin"), json.path("pi").asText(""),
                time(json, "created"), id(json, "parent_id"), affiliations));
    }

    /** CAVE puts the array of affiliations into another one; flat ones are read as well. */
    private static boolean affiliations(JsonNode json, List<CaveUserInformation.Affiliation> found) {
        if (json.isMissingNode() || json.isNull()) {
            return true;
        }
        for (JsonNode one : json) {
            if (one.isArray() ? !affiliations(one, found) : !isNamed(one)) {
                return false;
            }
            if (!one.isArray()) {
                found.add(new CaveUserInformation.Affiliation(one.get("id").longValue(), one.get("name").textValue(), text(one, "start"), text(one, "end")));
            }
        }
        return json.isArray();
    }

    static Optional<CaveApiKey> apiKey(JsonNode json) {
        Optional<Long> id = id(json, "id");
        Optional<Long> userId = id(json, "user_id");
        if (id.isEmpty() || userId.isEmpty()) {
            return Optional.empty();
        }
        return text(json, "token").map(token -> new CaveApiKey(id.get(), token, userId.get(), text(json, "description"), time(json, "created"),
                time(json, "last_used")));
    }

    static Optional<CavePermissions> permissions(JsonNode json) {
        Optional<List<String>> groups = list(json.path("groups"), CaveJson::word);
        Optional<List<String>> groupsAdmin = list(json.path("groups_admin"), CaveJson::word);
        Optional<List<String>> datasetsAdmin = list(orElse(json.path("datasets_admin"), JSON.arrayNode()), CaveJson::word);
        Optional<Map<String, Set<String>>> datasets = byDataset(json.path("permissions_v2"));
        Optional<Map<String, Set<String>>> underTerms = byDataset(orElse(json.path("permissions_v2_ignore_tos"), JSON.objectNode()));
        Optional<List<MissingTerms>> missing = list(orElse(json.path("missing_tos"), JSON.arrayNode()), CaveJson::missingTerms);
        if (Stream.of(groups, groupsAdmin, datasetsAdmin, datasets, underTerms, missing).anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(new CavePermissions(flag(json, "admin").orElse(false), groups.get(), groupsAdmin.get(), datasetsAdmin.get(), datasets.get(),
                underTerms.get(), missing.get()));
    }

    private static Optional<Map<String, Set<String>>> byDataset(JsonNode json) {
        Map<String, Set<String>> names = new TreeMap<>();
        for (Iterator<Map.Entry<String, JsonNode>> fields = json.fields(); fields.hasNext();) {
            Map.Entry<String, JsonNode> dataset = fields.next();
            Optional<List<String>> permissions = list(dataset.getValue(), CaveJson::word);
            if (permissions.isEmpty()) {
                return Optional.empty();
            }
            names.put(dataset.getKey(), new TreeSet<>(permissions.get()));
        }
        return json.isObject() ? Optional.of(names) : Optional.empty();
    }

    private static Optional<MissingTerms> missingTerms(JsonNode json) {
        Optional<Long> dataset = id(json, "dataset_id");
        Optional<Long> terms = id(json, "tos_id");
        if (dataset.isEmpty() || terms.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new MissingTerms(dataset.get(), text(json, "dataset_name").orElse(""), terms.get(), text(json, "tos_name").orElse("")));
    }

    private static JsonNode orElse(JsonNode json, JsonNode instead) {
        return json.isMissingNode() ? instead : json;
    }

    private static Optional<String> word(JsonNode json) {
        return Optional.ofNullable(json.textValue());
    }

    private static Optional<String> text(JsonNode json, String name) {
        return word(json.path(name)).filter(text -> !text.isBlank());
    }

    private static Optional<Boolean> flag(JsonNode json, String name) {
        return json.path(name).isBoolean() ? Optional.of(json.get(name).booleanValue()) : Optional.empty();
    }

    private static Optional<Long> id(JsonNode json, String name) {
        return json.path(name).isIntegralNumber() && json.get(name).canConvertToLong() ? Optional.of(json.get(name).longValue()) : Optional.empty();
    }

    /** RFC 1123, or ISO with or without zone; UTC is meant. */
    private static Optional<Instant> time(JsonNode json, String name) {
        return text(json, name).flatMap(text -> {
            for (DateTimeFormatter form : List.of(DateTimeFormatter.RFC_1123_DATE_TIME, ISO_UTC)) {
                try {
                    return Optional.of(form.parse(text, Instant::from));
                } catch (DateTimeException another) {
                    continue;
                }
            }
            return Optional.empty();
        });
    }

    private static boolean isNamed(JsonNode json) {
        return id(json, "id").isPresent() && json.path("name").isTextual();
    }
}
