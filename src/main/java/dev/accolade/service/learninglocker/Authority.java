package dev.accolade.service.learninglocker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The xAPI authority of a client. Source: docs/services/learning-locker.md, section 4 */
final class Authority {

    private static final List<String> IDENTIFIERS = List.of("mbox", "mbox_sha1sum", "openid", "account");
    private static final Set<String> MEMBERS = Set.of("objectType", "name", "mbox", "mbox_sha1sum", "openid", "account");
    private static final ObjectMapper SORTED = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private Authority() {
    }

    /** @throws IllegalArgumentException saying what is wrong, without an identifier's value */
    static JsonNode checked(JsonNode authority) {
        if (authority == null || !authority.isObject()) {
            throw new IllegalArgumentException("the authority is not a JSON object");
        }
        if (authority.path("objectType").asText("Agent").equals("Group")) {
            return checkedGroup(authority);
        }
        return checkedAgent(authority, "the authority");
    }

    private static JsonNode checkedGroup(JsonNode group) {
        if (!group.path("member").isArray() || group.path("member").size() != 2) {
            throw new IllegalArgumentException("the authority is a Group but has not exactly two members");
        }
        if (IDENTIFIERS.stream().anyMatch(group::has)) {
            throw new IllegalArgumentException("the authority is a Group with an identifier of its own; only its members may have one");
        }
        group.path("member").forEach(member -> checkedAgent(member, "a member of the authority"));
        return group;
    }

    private static JsonNode checkedAgent(JsonNode agent, String what) {
        if (!agent.path("objectType").asText("Agent").equals("Agent")) {
            throw new IllegalArgumentException(what + " is neither an Agent nor a Group of two");
        }
        List<String> found = IDENTIFIERS.stream().filter(agent::has).toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(what + " has " + (found.isEmpty() ? "no identifier" : "the identifiers " + found)
                    + "; exactly one of " + IDENTIFIERS + " is needed");
        }
        List<String> foreign = new ArrayList<>();
        agent.fieldNames().forEachRemaining(foreign::add);
        foreign.removeAll(MEMBERS);
        if (!foreign.isEmpty()) {
            throw new IllegalArgumentException(what + " has members that an Agent cannot have: " + foreign);
        }
        if (agent.has("name") && !agent.path("name").isTextual()) {
            throw new IllegalArgumentException(what + " has a name that is no text; leave it out where it is unknown");
        }
        checkedIdentifier(agent, found.get(0), what);
        return agent;
    }

    private static void checkedIdentifier(JsonNode agent, String identifier, String what) {
        JsonNode value = agent.path(identifier);
        boolean valid = switch (identifier) {
            case "mbox" -> value.asText().toLowerCase(Locale.ROOT).startsWith("mailto:");
            case "account" -> value.size() == 2 && value.path("homePage").isTextual() && value.path("name").isTextual();
            default -> value.isTextual() && !value.asText().isBlank();
        };
        if (!valid) {
            throw new IllegalArgumentException(what + " has an identifier '" + identifier + "' of the wrong form: mbox begins with mailto:, "
                    + "an account has homePage and name and nothing else, the others are texts");
        }
    }

    /** The text that Learning Locker wants: the same for equal authorities, so that sending it again changes nothing. */
    static String canonical(JsonNode authority) {
        try {
            return SORTED.writeValueAsString(SORTED.treeToValue(authority, Object.class));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a JSON value could not be written", impossible);
        }
    }
}
