package dev.accolade.sandbox.fasjson;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.sandbox.SeedNode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a FASJSON seed. Everything is optional but names.
 *
 * <pre>
 * principals: [name that may ask without proof]
 * kerberos:   {principal, keytab}
 * users:      [{username, any further field of a user by its name}]
 * groups:     [{groupname, description, mailing_list, url, irc, discussion_url, members, sponsors: [username], groups: [groupname]}]
 * </pre>
 */
final class FasjsonSeed {

    private static final String NAME = "[a-zA-Z0-9][a-zA-Z0-9_.-]{0,63}";

    private FasjsonSeed() {
    }

    static Settings settings(SeedNode seed) {
        SeedNode kerberos = seed.child("kerberos");
        TicketInspector inspector = kerberos.node().isMissingNode() ? null : new TicketInspector(kerberos.text("principal"), kerberos.text("keytab"));
        return new Settings(new HashSet<>(texts(seed, "principals")), inspector);
    }

    static Directory directory(SeedNode seed) {
        Directory directory = new Directory();
        seed.items("users").forEach(user -> add(directory, user));
        seed.items("groups").forEach(group -> addTeam(directory, group));
        seed.items("groups").forEach(group -> link(directory, group));
        return directory;
    }

    /** Puts people and groups into a group that is there. */
    static void link(Directory directory, SeedNode json) {
        Team team = directory.teams.get(json.text("groupname"));
        known(json, "members", directory.people.keySet(), team.members);
        known(json, "sponsors", directory.people.keySet(), team.sponsors);
        known(json, "groups", directory.teams.keySet(), team.groups);
    }

    static void add(Directory directory, SeedNode json) {
        Person person = new Person(name(json, "username"));
        if (directory.people.containsKey(person.username)) {
            throw json.wrong("username", "\"" + person.username + "\" is there twice");
        }
        change(person, json);
        directory.people.put(person.username, person);
    }

    /** Sets the fields that are given; null takes a value away. */
    static void change(Person person, SeedNode json) {
        json.node().fieldNames().forEachRemaining(name -> {
            UserField field = UserField.of(name).orElseThrow(() -> json.wrong(name, "is no field of a user"));
            if (field != UserField.USERNAME) {
                person.set(field, json.node().path(name).isNull() ? null : value(json, field));
            }
        });
    }

    private static Object value(SeedNode json, UserField field) {
        return switch (field.form) {
            case TEXT -> field == UserField.CREATION ? time(json) : json.text(field.text);
            case LIST -> texts(json, field.text);
            case FLAG -> json.flag(field.text, false);
        };
    }

    private static String time(SeedNode json) {
        try {
            return LocalDateTime.parse(json.text("creation")).withNano(0).toString().replaceFirst("(T\\d\\d:\\d\\d)$", "$1:00");
        } catch (DateTimeException malformed) {
            throw json.wrong("creation", "is not a time like 2009-01-02T00:00:00, without a zone");
        }
    }

    static void addTeam(Directory directory, SeedNode json) {
        Team team = new Team(name(json, "groupname"));
        if (directory.teams.containsKey(team.name)) {
            throw json.wrong("groupname", "\"" + team.name + "\" is there twice");
        }
        Team.FIELDS.forEach(field -> {
            Object value = field.equals("irc") ? (json.node().has("irc") ? texts(json, "irc") : null) : json.optional(field).orElse(null);
            team.values.put(field, value);
        });
        directory.teams.put(team.name, team);
    }

    private static void known(SeedNode json, String field, Set<String> all, Set<String> into) {
        for (String name : texts(json, field)) {
            if (!all.contains(name)) {
                throw json.wrong(field, "there is no \"" + name + "\"");
            }
            into.add(name);
        }
    }

    private static String name(SeedNode json, String field) {
        String name = json.text(field);
        if (!name.matches(NAME)) {
            throw json.wrong(field, "is no name that FASJSON can have in an address");
        }
        return name;
    }

    private static List<String> texts(SeedNode json, String field) {
        List<String> texts = new ArrayList<>();
        int index = 0;
        for (JsonNode one : json.list(field)) {
            if (!one.isTextual()) {
                throw json.item(field, index).wrong("", "is not text");
            }
            texts.add(one.textValue());
            index++;
        }
        return texts;
    }
}
