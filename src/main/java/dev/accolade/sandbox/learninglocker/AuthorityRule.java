package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which parsed authorities the server takes: an agent with exactly one identifier, or a group of two such agents. */
final class AuthorityRule {

    private static final List<String> IDENTIFIERS = List.of("mbox", "mbox_sha1sum", "openid", "account");
    private static final Set<String> AGENT_MEMBERS = Set.of("objectType", "name", "mbox", "mbox_sha1sum", "openid", "account");
    private static final Set<String> GROUP_MEMBERS = Set.of("objectType", "name", "member");
    private static final Pattern MAILBOX = Pattern.compile("mailto:[a-z0-9.`'_%+-]+@[a-z0-9.-]+\\.[a-z]{1,63}", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHECKSUM = Pattern.compile("[0-9a-fA-F]{5,40}");
    private static final Pattern ADDRESS = Pattern.compile("\\w+:[\\s\\S]*");

    private AuthorityRule() {
    }

    static boolean allows(JsonNode authority) {
        return authority.isObject() && (authority.path("objectType").asText().equals("Group") ? group(authority) : agent(authority));
    }

    /** Whether this is an agent with exactly one well-formed identifier. */
    static boolean agent(JsonNode agent) {
        if (!agent.isObject() || !only(agent, AGENT_MEMBERS) || !textIfPresent(agent, "name") || !textIfPresent(agent, "objectType")) {
            return false;
        }
        boolean kind = !agent.has("objectType") || agent.path("objectType").asText().equals("Agent");
        List<String> given = IDENTIFIERS.stream().filter(agent::has).toList();
        return kind && given.size() == 1 && fits(given.get(0), agent.get(given.get(0)));
    }

    /** Whether an identifier of this name may hold this value. */
    static boolean fits(String identifier, JsonNode value) {
        return switch (identifier) {
            case "mbox" -> matches(MAILBOX, value);
            case "mbox_sha1sum" -> matches(CHECKSUM, value);
            case "openid" -> matches(ADDRESS, value);
            default -> value.isObject() && only(value, Set.of("homePage", "name")) && matches(ADDRESS, value.path("homePage"))
                    && value.path("name").isTextual();
        };
    }

    private static boolean group(JsonNode group) {
        JsonNode members = group.path("member");
        if (!only(group, GROUP_MEMBERS) || !textIfPresent(group, "name") || !members.isArray() || members.size() != 2) {
            return false;
        }
        return agent(members.get(0)) && agent(members.get(1));
    }

    private static boolean matches(Pattern pattern, JsonNode value) {
        return value.isTextual() && pattern.matcher(value.textValue()).matches();
    }

    private static boolean textIfPresent(JsonNode object, String name) {
        return !object.has(name) || object.get(name).isTextual();
    }

    private static boolean only(JsonNode object, Set<String> members) {
        for (Iterator<String> names = object.fieldNames(); names.hasNext();) {
            if (!members.contains(names.next())) {
                return false;
            }
        }
        return true;
    }
}
