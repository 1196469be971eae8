package dev.accolade.sandbox.community;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.SandboxCredentials;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The people and groups of FAS2 as FASJSON and Bodhi know them, so that either shows the same community. */
final class SameAccounts {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final LocalDateTime ACCOUNTS_BEGAN = LocalDateTime.of(2008, 3, 1, 9, 0);
    private static final LocalDateTime FIRST_UPDATE = LocalDateTime.of(2024, 1, 5, 8, 0);
    private static final List<String> ROLES = List.of("administrators", "sponsors", "users");
    private static final List<String> STATES = List.of("stable", "testing", "stable", "pending", "stable", "obsolete");
    private static final int MOST_SUBMITTERS = 200;

    private SameAccounts() {
    }

    /** Who cannot log in to FAS is locked; administrators and sponsors of a group are its sponsors; who waits for approval is not in it. */
    static ObjectNode fasjson(JsonNode fas) {
        ObjectNode seed = JSON.objectNode().put("service", "fasjson");
        seed.putArray("principals").add(SandboxCredentials.FASJSON_PRINCIPAL);
        ArrayNode users = seed.putArray("users");
        fas.path("people").forEach(person -> user(users.addObject(), person));
        ArrayNode groups = seed.putArray("groups");
        fas.path("groups").forEach(group -> group(groups.addObject(), group));
        return seed;
    }

    private static void user(ObjectNode user, JsonNode person) {
        String status = person.path("status").asText("active");
        user.put("username", person.path("username").asText());
        user.put("locked", !status.equals("active") && !status.equals("bot"));
        user.put("creation", person.has("creation") ? LocalDateTime.ofInstant(Instant.parse(person.path("creation").asText()), ZoneOffset.UTC).toString()
                : ACCOUNTS_BEGAN.toString());
        if (person.path("privacy").asBoolean()) {
            user.put("is_private", true);
        }
        if (person.hasNonNull("human_name")) {
            String name = person.path("human_name").asText();
            user.put("human_name", name).put("givenname", name.replaceFirst(" .*", "")).put("surname", name.replaceFirst(".* ", ""));
        }
        if (person.hasNonNull("email")) {
            user.putArray("emails").add(person.path("email").asText());
        }
        if (person.hasNonNull("ircnick")) {
            user.putArray("ircnicks").add(person.path("ircnick").asText());
        }
    }

    private static void group(ObjectNode group, JsonNode json) {
        group.put("groupname", json.path("name").asText()).put("description", json.path("display_name").asText(json.path("name").asText()));
        if (json.hasNonNull("mailing_list")) {
            group.put("mailing_list", json.path("mailing_list").asText());
        }
        ArrayNode members = group.putArray("members");
        ArrayNode sponsors = group.putArray("sponsors");
        for (String role : ROLES) {
            for (String name : names(json, role)) {
                members.add(name);
                if (!role.equals("users")) {
                    sponsors.add(name);
                }
            }
        }
    }

    /** Everybody of the first group that keeps sources, at most 200, has submitted one to three updates. */
    static ObjectNode bodhi(JsonNode fas) {
        ObjectNode seed = JSON.objectNode().put("service", "bodhi");
        Map<String, List<String>> groupsOf = new HashMap<>();
        List<String> submitters = new ArrayList<>();
        for (JsonNode group : fas.path("groups")) {
            boolean first = submitters.isEmpty() && group.path("group_type").asText().equals("git");
            for (String role : ROLES) {
                for (String name : names(group, role)) {
                    groupsOf.computeIfAbsent(name, unknown -> new ArrayList<>()).add(group.path("name").asText());
                    if (first) {
                        submitters.add(name);
                    }
                }
            }
        }
        List<String> few = submitters.subList(0, Math.min(submitters.size(), MOST_SUBMITTERS));
        ArrayNode users = seed.putArray("users");
        ArrayNode updates = seed.putArray("updates");
        for (int i = 0; i < few.size(); i++) {
            ArrayNode groups = users.addObject().put("name", few.get(i)).putArray("groups");
            groupsOf.get(few.get(i)).forEach(groups::add);
            for (int version = 1; version <= 1 + i % 3; version++) {
                update(updates.addObject(), few.get(i), updates.size(), version);
            }
        }
        return seed;
    }

    private static void update(ObjectNode update, String user, int number, int version) {
        String state = STATES.get(number % STATES.size());
        LocalDateTime submitted = FIRST_UPDATE.plusHours(7L * number);
        update.put("alias", String.format(Locale.ROOT, "FEDORA-2024-%010x", number * 2_654_435_761L % 0xffffffffL)).put("user", user);
        update.put("release", number % 2 == 0 ? "F40" : "F39").put("type", number % 4 == 0 ? "bugfix" : "enhancement").put("status", state);
        update.putArray("builds").add("tool-of-" + user + "-1." + version + "-1.fc" + (number % 2 == 0 ? "40" : "39"));
        update.put("submitted", submitted.toString()).put("modified", submitted.plusDays(8).toString());
        if (!state.equals("pending")) {
            update.put("testing", submitted.plusDays(1).toString()).put("pushed", submitted.plusDays(state.equals("stable") ? 8 : 1).toString());
        }
        if (state.equals("stable")) {
            update.put("stable", submitted.plusDays(8).toString());
        }
    }

    private static List<String> names(JsonNode group, String role) {
        List<String> names = new ArrayList<>();
        group.path(role).forEach(member -> names.add(member.isTextual() ? member.asText() : member.path("username").asText()));
        return names;
    }
}
