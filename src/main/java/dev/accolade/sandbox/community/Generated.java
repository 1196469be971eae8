package dev.accolade.sandbox.community;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.accolade.sandbox.SandboxCredentials;
import java.util.Locale;

/** The seeds of a community that follows from two numbers alone. */
final class Generated {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MEMBERSHIPS_EACH = 10;
    private static final int FIRST_PERSON = 100_001;

    private final int people;
    private final int groups;

    Generated(int people, int groups) {
        if (people < 1 || groups < 1) {
            throw new IllegalArgumentException("A generated community needs at least 1 person and 1 group, not " + people + " and " + groups + ".");
        }
        this.people = people;
        this.groups = groups;
    }

    JsonNode seed(String service) {
        return switch (service) {
            case "fas" -> fas();
            case "cave" -> new GeneratedElsewhere(people).cave();
            case "cloudspot" -> new GeneratedElsewhere(people).cloudspot();
            case "badgr" -> badgr();
            default -> Community.sampleSeed(service);
        };
    }

    private ObjectNode fas() {
        ObjectNode seed = JSON.objectNode().put("service", "fas");
        ArrayNode accounts = seed.putArray("people");
        accounts.addObject().put("id", FIRST_PERSON - 1).put("username", SandboxCredentials.FAS_USERNAME).put("human_name", "Accolade Sync")
                .put("email", "accolade@example.org").put("login_password", SandboxCredentials.FAS_PASSWORD);
        TextNode[] usernames = new TextNode[people];
        for (int i = 0; i < people; i++) {
            usernames[i] = TextNode.valueOf(GeneratedNames.username(i));
            accounts.addObject().put("id", FIRST_PERSON + i).put("username", usernames[i].textValue()).put("human_name", GeneratedNames.fullName(i))
                    .put("email", GeneratedNames.email(i));
        }
        ArrayNode all = seed.putArray("groups");
        all.addObject().put("name", "accounts").putArray("administrators").add(SandboxCredentials.FAS_USERNAME);
        int[] sizes = sizes();
        for (int group = 0; group < groups; group++) {
            fill(all.addObject().put("name", name(group)).put("group_type", group == 0 ? "system" : "git"), usernames, group, sizes[group]);
        }
        return seed;
    }

    /** The first group is the signed agreement, which everybody has; the others share nine more memberships for each person. */
    private int[] sizes() {
        int[] sizes = new int[groups];
        sizes[0] = people;
        if (groups > 1) {
            int[] others = GroupSizes.of(groups - 1, Math.max(1, people / 2), (long) people * (MEMBERSHIPS_EACH - 1));
            System.arraycopy(others, 0, sizes, 1, groups - 1);
        }
        return sizes;
    }

    static String name(int group) {
        return group == 0 ? "cla_done" : String.format(Locale.ROOT, "team-%03d", group);
    }

    /** Walks through the people in steps that meet each one once, from another start in each group. */
    private void fill(ObjectNode group, TextNode[] usernames, int number, int size) {
        ArrayNode administrators = group.putArray("administrators");
        ArrayNode sponsors = group.putArray("sponsors");
        ArrayNode users = group.putArray("users");
        int step = step(number);
        long place = number * 7919L % people;
        for (int i = 0; i < size; i++) {
            (i == 0 ? administrators : i % 50 == 1 ? sponsors : users).add(usernames[(int) place]);
            place = (place + step) % people;
        }
    }

    private int step(int number) {
        int step = (int) (1 + number * 31L % people);
        while (divisor(step, people) != 1) {
            step++;
        }
        return step;
    }

    private static int divisor(int a, int b) {
        return b == 0 ? a : divisor(b, a % b);
    }

    private ObjectNode badgr() {
        ObjectNode seed = (ObjectNode) Community.sampleSeed("badgr");
        ArrayNode badges = ((ObjectNode) seed.path("issuers").path(0)).putArray("badgeClasses");
        for (int group = 0; group < groups; group++) {
            badges.addObject().put("name", "Member of " + name(group)).put("description", "Is a member of the group " + name(group));
        }
        return seed;
    }
}
