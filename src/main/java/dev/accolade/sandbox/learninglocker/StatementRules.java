package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the statement service finds wrong with statements: required members, unknown members, identifiers. */
final class StatementRules {

    private static final Set<String> MEMBERS = Set.of("id", "actor", "verb", "object", "result", "context", "timestamp", "stored", "authority",
            "version", "attachments");
    private static final Set<String> ACTOR_MEMBERS = Set.of("objectType", "name", "mbox", "mbox_sha1sum", "openid", "account", "member");
    private static final List<String> IDENTIFIERS = List.of("mbox", "mbox_sha1sum", "openid", "account");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern IRI = Pattern.compile("\\w+:\\S+");
    private static final Pattern VERSION = Pattern.compile("1\\.0(\\.\\d+)?");

    private final List<String> warnings = new ArrayList<>();

    private StatementRules() {
    }

    /** The warnings about a batch, empty when all is well. */
    static List<String> warnings(List<JsonNode> statements) {
        StatementRules rules = new StatementRules();
        for (int i = 0; i < statements.size(); i++) {
            rules.statement("statements." + i, statements.get(i));
        }
        return rules.warnings;
    }

    static boolean uuid(String text) {
        return UUID.matcher(text).matches();
    }

    static String problem(String path, JsonNode value) {
        return "Problem in '" + path + "'. Received '" + value + "'";
    }

    static String missing(String path) {
        return "Missing required value in '" + path + "'";
    }

    private void statement(String path, JsonNode statement) {
        if (!statement.isObject()) {
            warnings.add(problem(path, statement));
            return;
        }
        unknown(path, statement, MEMBERS);
        required(path + ".actor", statement.get("actor"), this::actor);
        required(path + ".verb", statement.get("verb"), this::verb);
        required(path + ".object", statement.get("object"), this::object);
        optional(path + ".id", statement.get("id"), value -> value.isTextual() && uuid(value.textValue()));
        optional(path + ".timestamp", statement.get("timestamp"), value -> value.isTextual() && Casts.time(value).isPresent());
        optional(path + ".version", statement.get("version"), value -> value.isTextual() && VERSION.matcher(value.textValue()).matches());
        optional(path + ".result", statement.get("result"), JsonNode::isObject);
        optional(path + ".context", statement.get("context"), JsonNode::isObject);
        optional(path + ".attachments", statement.get("attachments"), JsonNode::isArray);
    }

    private void unknown(String path, JsonNode object, Set<String> known) {
        List<String> unknown = new ArrayList<>();
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                unknown.add(name);
            }
        });
        if (!unknown.isEmpty()) {
            warnings.add("Unknown keys (" + String.join(", ", unknown) + ") set in '" + path + "'");
        }
    }

    private void required(String path, JsonNode value, BiConsumer<String, JsonNode> check) {
        if (value == null) {
            warnings.add(missing(path));
        } else if (!value.isObject()) {
            warnings.add(problem(path, value));
        } else {
            check.accept(path, value);
        }
    }

    private void optional(String path, JsonNode value, Predicate<JsonNode> check) {
        if (value != null && !check.test(value)) {
            warnings.add(problem(path, value));
        }
    }

    private void actor(String path, JsonNode actor) {
        String type = actor.path("objectType").asText("Agent");
        long identifiers = IDENTIFIERS.stream().filter(actor::has).count();
        boolean anonymous = type.equals("Group") && actor.path("member").isArray() && identifiers == 0;
        if (!type.equals("Agent") && !type.equals("Group")) {
            warnings.add(problem(path + ".objectType", actor.get("objectType")));
        } else if (identifiers != 1 && !anonymous) {
            warnings.add(problem(path, actor));
        } else {
            unknown(path, actor, ACTOR_MEMBERS);
            optional(path + ".name", actor.get("name"), JsonNode::isTextual);
            IDENTIFIERS.forEach(name -> optional(path + "." + name, actor.get(name), value -> AuthorityRule.fits(name, value)));
            for (int i = 0; i < actor.path("member").size(); i++) {
                required(path + ".member." + i, actor.path("member").get(i), this::actor);
            }
        }
    }

    private void verb(String path, JsonNode verb) {
        unknown(path, verb, Set.of("id", "display"));
        identifier(path + ".id", verb.get("id"), IRI);
        optional(path + ".display", verb.get("display"), JsonNode::isObject);
    }

    private void object(String path, JsonNode object) {
        switch (object.path("objectType").asText("Activity")) {
            case "Activity" -> {
                unknown(path, object, Set.of("objectType", "id", "definition"));
                identifier(path + ".id", object.get("id"), IRI);
                optional(path + ".definition", object.get("definition"), JsonNode::isObject);
            }
            case "StatementRef" -> {
                unknown(path, object, Set.of("objectType", "id"));
                identifier(path + ".id", object.get("id"), UUID);
            }
            case "Agent", "Group" -> actor(path, object);
            case "SubStatement" -> {
                required(path + ".actor", object.get("actor"), this::actor);
                required(path + ".verb", object.get("verb"), this::verb);
                required(path + ".object", object.get("object"), this::object);
            }
            default -> warnings.add(problem(path + ".objectType", object.get("objectType")));
        }
    }

    private void identifier(String path, JsonNode value, Pattern form) {
        if (value == null) {
            warnings.add(missing(path));
        } else if (!value.isTextual() || !form.matcher(value.textValue()).matches()) {
            warnings.add(problem(path, value));
        }
    }
}
