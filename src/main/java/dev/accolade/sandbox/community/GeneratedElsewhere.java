package dev.accolade.sandbox.community;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.SandboxCredentials;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Generated people of FAS as they appear in CAVE and Cloudspot. */
final class GeneratedElsewhere {

    private static final List<String> CAVE_GROUPS = List.of("default", "divers", "surveyors", "proofreaders", "annotators");
    private static final LocalDateTime BEGAN = LocalDateTime.of(2024, 1, 5, 10, 1);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final int MOST_LICENSES = 200;

    private final int people;

    GeneratedElsewhere(int people) {
        this.people = people;
    }

    /** Every tenth person, each in one of the groups, some in two; every other one with an address in capitals. */
    ObjectNode cave() {
        ObjectNode seed = (ObjectNode) Community.sampleSeed("cave");
        ArrayNode groups = seed.putArray("groups");
        for (int i = 0; i < CAVE_GROUPS.size(); i++) {
            groups.addObject().put("id", i + 1).put("name", CAVE_GROUPS.get(i));
        }
        ArrayNode users = seed.putArray("users");
        ArrayNode members = seed.putArray("group_members");
        user(users, 1, "root@example.org", "Root Admin", 0).put("admin", true);
        user(users, 2, "accolade@serviceaccount", "accolade", 1).put("parent_id", 1).put("read_only", true);
        for (int i = 0; i < Math.max(1, people / 10); i++) {
            int number = Math.min(people - 1, i * 10);
            String email = GeneratedNames.email(number);
            int id = i + 3;
            user(users, id, i % 2 == 0 ? email : email.toUpperCase(Locale.ROOT), GeneratedNames.fullName(number), i + 2);
            member(members, 2 + i % 4, id, i < 4);
            if (i % 7 == 0) {
                member(members, 2 + (i + 1) % 4, id, false);
            }
        }
        ((ObjectNode) seed.path("dataset_admins").path(0)).put("user", 3);
        ((ObjectNode) seed.path("tokens").path(0)).put("user", 2);
        return seed;
    }

    private static ObjectNode user(ArrayNode users, int id, String email, String name, int minute) {
        return users.addObject().put("id", id).put("email", email).put("name", name).put("pi", "")
                .put("created", TIME.format(BEGAN.plusMinutes(minute)));
    }

    private static void member(ArrayNode members, int group, int user, boolean admin) {
        members.addObject().put("group", group).put("user", user).put("admin", admin);
    }

    /** The companies of the sample with one account for every hundred people, at most 200. */
    ObjectNode cloudspot() {
        ObjectNode seed = (ObjectNode) Community.sampleSeed("cloudspot");
        ArrayNode users = seed.putArray("users");
        for (int i = 0; i < Math.min(people / 100, MOST_LICENSES); i++) {
            int number = i * 100;
            ObjectNode user = users.addObject().put("username", GeneratedNames.email(number)).put("first_name", GeneratedNames.first(number))
                    .put("last_name", GeneratedNames.last(number)).put("password", SandboxCredentials.CLOUDSPOT_GENERATED_PASSWORD);
            ArrayNode permissions = user.putArray("grants").addObject().put("application", SandboxCredentials.CLOUDSPOT_APPLICATION)
                    .put("company_id", seed.path("companies").path(i % 2).path("id").asText()).putArray("permissions").add("use_app");
            if (i % 3 == 0) {
                permissions.add("use_dashboard");
            }
        }
        return seed;
    }
}
