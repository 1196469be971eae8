package dev.accolade.sandbox.fas;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.sandbox.SeedNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a FAS seed. Everything is optional but names.
 *
 * <pre>
 * settings: {sessionSeconds, groupDataSeconds, noCookie, certificates, emailHost, autoApprove: {group: [groups]}}
 * people:   [{id, username, human_name, email, login_password, status, privacy, admin, creation, last_seen, any further column by its name}]
 * groups:   [{id, name, display_name, group_type, owner, prerequisite, needs_sponsor, user_can_remove, invite_only, joinmsg,
 *             mailing_list, url, creation,
 *             administrators, sponsors, users, unapproved: [username or {username, sponsor, creation, approval}]}]
 * sessions: [{id, username}]
 * configs:  [{username, application, attribute, value}]
 * </pre>
 */
final class FasSeed {

    private static final Instant GROUPS_BEGAN = Instant.parse("2008-02-01T10:00:00Z");
    private static final Instant PEOPLE_BEGAN = Instant.parse("2008-03-01T09:00:00Z");
    private static final Instant APPLIED = Instant.parse("2009-01-01T00:00:00Z");
    private static final Instant APPROVED = Instant.parse("2009-01-02T00:00:00Z");
    private static final Instant LAST_SEEN = Instant.parse("2009-03-14T15:09:26.535897Z");
    private static final List<String> OWN_FIELDS =
            List.of("id", "username", "human_name", "email", "login_password", "status", "privacy", "admin", "creation", "last_seen");

    private final Clock clock;

    FasSeed(Clock clock) {
        this.clock = clock;
    }

    /** @throws IllegalArgumentException naming the field that is wrong */
    State read(JsonNode json) {
        SeedNode seed = SeedNode.of(json);
        State state = new State(clock, settings(seed.child("settings")));
        seed.items("people").forEach(person -> state.accounts.add(person(state.accounts, person)));
        seed.items("groups").forEach(group -> group(state.accounts, group));
        seed.items("groups").forEach(group -> link(state.accounts, group));
        for (SeedNode session : seed.items("sessions")) {
            state.visits.link(session.text("id"), known(state.accounts, session.text("username"), session).username);
        }
        for (SeedNode config : seed.items("configs")) {
            state.configs.set(known(state.accounts, config.text("username"), config).username, config.text("application"), config.text("attribute"),
                    config.text("value"));
        }
        return state;
    }

    private static Settings settings(SeedNode json) {
        Settings usual = Settings.USUAL;
        Map<String, List<String>> autoApprove = new HashMap<>();
        json.node().path("autoApprove").fields().forEachRemaining(entry -> {
            List<String> names = new ArrayList<>();
            entry.getValue().forEach(name -> names.add(name.asText()));
            autoApprove.put(entry.getKey(), names);
        });
        return new Settings(json.flag("noCookie", false), Duration.ofSeconds(json.number("sessionSeconds", (int) usual.session().toSeconds())),
                Duration.ofSeconds(json.number("groupDataSeconds", (int) usual.groupData().toSeconds())), json.flag("certificates", true),
                json.optional("emailHost").orElse(usual.emailHost()), json.node().has("autoApprove") ? autoApprove : usual.autoApprove());
    }

    static FasPerson person(Accounts accounts, SeedNode json) {
        String username = json.text("username");
        if (accounts.person(username).isPresent()) {
            throw json.wrong("username", "\"" + username + "\" is there twice");
        }
        Map<String, JsonNode> columns = new HashMap<>();
        json.node().fields().forEachRemaining(field -> {
            if (!OWN_FIELDS.contains(field.getKey())) {
                PersonColumn.of(field.getKey()).orElseThrow(() -> json.wrong(field.getKey(), "is not a column of people"));
                columns.put(field.getKey(), field.getValue());
            }
        });
        FasPerson person = new FasPerson(id(accounts, json), username, json.optional("login_password").orElse(null), json.flag("admin", false),
                json.time("creation", PEOPLE_BEGAN), columns.isEmpty() ? Map.of() : columns);
        person.humanName = json.optional("human_name").orElse(null);
        person.email = json.optional("email").orElse(null);
        person.status = json.optional("status").orElse("active");
        person.privacy = json.flag("privacy", false);
        person.lastSeen = json.time("last_seen", LAST_SEEN);
        return person;
    }

    private static int id(Accounts accounts, SeedNode json) {
        if (!json.node().has("id")) {
            return accounts.freshId();
        }
        int id = json.number("id", 0);
        if (accounts.taken(id)) {
            throw json.wrong("id", id + " is there twice; people and groups share one sequence");
        }
        return id;
    }

    static FasGroup group(Accounts accounts, SeedNode json) {
        String name = json.text("name");
        if (accounts.group(name).isPresent()) {
            throw json.wrong("name", "\"" + name + "\" is there twice");
        }
        FasGroup group = new FasGroup(id(accounts, json), name, json.optional("group_type").orElse("tracking"), json.time("creation", GROUPS_BEGAN));
        group.displayName = json.optional("display_name").orElse(name);
        group.needsSponsor = json.flag("needs_sponsor", false);
        group.userCanRemove = json.flag("user_can_remove", true);
        group.inviteOnly = json.flag("invite_only", false);
        group.joinMessage = json.optional("joinmsg").orElse("");
        group.mailingList = json.optional("mailing_list").orElse(null);
        group.url = json.optional("url").orElse(null);
        accounts.add(group);
        return group;
    }

    private static void link(Accounts accounts, SeedNode json) {
        FasGroup group = accounts.group(json.text("name")).orElseThrow();
        json.optional("owner").ifPresent(name -> group.owner = known(accounts, name, json));
        json.optional("prerequisite").ifPresent(name -> group.prerequisite =
                accounts.group(name).orElseThrow(() -> json.wrong("prerequisite", "there is no group \"" + name + "\"")));
        roles(accounts, group, json, "administrators", RoleType.ADMINISTRATOR, APPROVED);
        roles(accounts, group, json, "sponsors", RoleType.SPONSOR, APPROVED);
        roles(accounts, group, json, "users", RoleType.USER, APPROVED);
        roles(accounts, group, json, "unapproved", RoleType.USER, null);
    }

    private static void roles(Accounts accounts, FasGroup group, SeedNode json, String field, RoleType type, Instant approval) {
        JsonNode members = json.list(field);
        for (int i = 0; i < members.size(); i++) {
            JsonNode member = members.get(i);
            FasPerson plain = member.isTextual() ? accounts.person(member.textValue()).orElse(null) : null;
            FasRole role = plain != null ? new FasRole(plain, group, type, null, APPLIED, approval)
                    : detailed(accounts, group, json.item(field, i), type, approval);
            if (group.role(role.person()).isPresent()) {
                throw json.item(field, i).wrong("", "\"" + role.person().username + "\" is in the group twice");
            }
            accounts.put(role);
        }
    }

    /** A member that is more than a known name. */
    private static FasRole detailed(Accounts accounts, FasGroup group, SeedNode member, RoleType type, Instant approval) {
        FasPerson person = known(accounts, member.node().isTextual() ? member.node().textValue() : member.text("username"), member);
        FasPerson sponsor = member.optional("sponsor").map(name -> known(accounts, name, member)).orElse(null);
        return new FasRole(person, group, type, sponsor, member.time("creation", APPLIED),
                approval == null ? null : member.time("approval", approval));
    }

    private static FasPerson known(Accounts accounts, String username, SeedNode place) {
        return accounts.person(username).orElseThrow(() -> place.wrong("", "there is no person \"" + username + "\""));
    }
}
