package dev.accolade.service.learninglocker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The xAPI authority of a client, by the very rules of the server. Source: docs/services/learning-locker.md, chapter 4 */
final class Authority {

    private static final List<String> IDENTIFIERS = List.of("mbox", "mbox_sha1sum", "openid", "account");
    private static final Set<String> OF_AGENT = Set.of("objectType", "name", "mbox", "mbox_sha1sum", "openid", "account");
    private static final Set<String> OF_GROUP = Set.of("objectType", "name", "member");
    private static final Pattern MAILBOX = Pattern.compile("mailto:[a-z0-9.`'_%+-]+@[a-z0-9.-]+\\.[a-z]{1,63}", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHECKSUM = Pattern.compile("[0-9a-fA-F]{5,40}");
    private static final Pattern ADDRESS = Pattern.compile("\\w+:.*", Pattern.DOTALL);
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
        refuseForeign(group, OF_GROUP, "the authority", "a Group");
        refuseName(group, "the authority");
        group.path("member").forEach(member -> checkedAgent(member, "a member of the authority"));
        return group;
    }

    /**
     * An Agent with exactly one identifier.
     *
     * @param what for messages
     */
    static JsonNode checkedAgent(JsonNode agent, String what) {
        if (!agent.isObject()) {
            throw new IllegalArgumentException(what + " is not a JSON object");
        }
        if (agent.has("objectType") && !agent.path("objectType").asText().equals("Agent")) {
            throw new IllegalArgumentException(what + " is neither an Agent nor a Group of two");
        }
        List<String> found = IDENTIFIERS.stream().filter(agent::has).toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(what + " has " + (found.isEmpty() ? "no identifier" : "the identifiers " + found)
                    + "; exactly one of " + IDENTIFIERS + " is needed");
        }
        refuseForeign(agent, OF_AGENT, what, "an Agent");
        refuseName(agent, what);
        checkedIdentifier(agent, found.get(0), what);
        return agent;
    }

    private static void refuseForeign(JsonNode json, Set<String> members, String what, String kind) {
        List<String> foreign = new ArrayList<>();
        json.fieldNames().forEachRemaining(foreign::add);
        foreign.removeAll(members);
        if (!foreign.isEmpty()) {
            throw new IllegalArgumentException(what + " has members that " + kind + " cannot have: " + foreign);
        }
    }

    private static void refuseName(JsonNode json, String what) {
        if (json.has("name") && !json.path("name").isTextual()) {
            throw new IllegalArgumentException(what + " has a name that is no text; leave it out where it is unknown");
        }
    }

    private static void checkedIdentifier(JsonNode agent, String identifier, String what) {
        JsonNode value = agent.path(identifier);
        boolean valid = switch (identifier) {
            case "mbox" -> matches(MAILBOX, value);
            case "mbox_sha1sum" -> matches(CHECKSUM, value);
            case "account" -> value.size() == 2 && matches(ADDRESS, value.path("homePage")) && value.path("name").isTextual();
            default -> matches(ADDRESS, value);
        };
        if (!valid) {
            throw new IllegalArgumentException(what + " has an identifier '" + identifier + "' of the wrong form: mbox begins with mailto: and is an ASCII "
                    + "address in a domain with a dot, an account has homePage and name and nothing else, openid and homePage are addresses with a scheme, "
                    + "mbox_sha1sum has up to 40 hex digits");
        }
    }

    private static boolean matches(Pattern pattern, JsonNode value) {
        return value.isTextual() && pattern.matcher(value.textValue()).matches();
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
