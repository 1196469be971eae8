package dev.accolade.sandbox.fas;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** People, groups and roles as JSON. */
final class Pages {

    /** Writes the members of the answer's object. */
    interface Body {
        void write(JsonGenerator out) throws IOException;
    }

    private static final List<String> GROUP_COLUMNS = List.of("id", "name", "display_name", "url", "mailing_list", "mailing_list_url", "irc_channel",
            "irc_network", "owner_id", "group_type", "needs_sponsor", "user_can_remove", "invite_only", "prerequisite_id", "joinmsg", "apply_rules",
            "creation");
    private static final List<String> ROLE_COLUMNS = List.of("person_id", "group_id", "role_type", "role_status", "internal_comments", "sponsor_id",
            "creation", "approval");

    private Pages() {
    }

    static void group(JsonGenerator out, FasGroup group) throws IOException {
        out.writeStartObject();
        groupColumns(out, group);
        out.writeEndObject();
    }

    /** The 17 columns without the braces. */
    static void groupColumns(JsonGenerator out, FasGroup group) throws IOException {
        out.writeNumberField("id", group.id);
        out.writeStringField("name", group.name);
        out.writeStringField("display_name", group.displayName);
        out.writeStringField("url", group.url);
        out.writeStringField("mailing_list", group.mailingList);
        out.writeNullField("mailing_list_url");
        out.writeNullField("irc_channel");
        out.writeNullField("irc_network");
        number(out, "owner_id", group.owner == null ? null : group.owner.id);
        out.writeStringField("group_type", group.type);
        out.writeBooleanField("needs_sponsor", group.needsSponsor);
        out.writeBooleanField("user_can_remove", group.userCanRemove);
        out.writeBooleanField("invite_only", group.inviteOnly);
        number(out, "prerequisite_id", group.prerequisite == null ? null : group.prerequisite.id);
        out.writeStringField("joinmsg", group.joinMessage);
        out.writeStringField("apply_rules", group.applyRules);
        out.writeStringField("creation", PythonTime.text(group.creation));
    }

    static void role(JsonGenerator out, FasRole role) throws IOException {
        out.writeStartObject();
        out.writeNumberField("person_id", role.person().id);
        out.writeNumberField("group_id", role.group().id);
        out.writeStringField("role_type", role.type().word());
        out.writeStringField("role_status", role.approved() ? "approved" : "unapproved");
        out.writeNullField("internal_comments");
        number(out, "sponsor_id", role.sponsor() == null ? null : role.sponsor().id);
        out.writeStringField("creation", PythonTime.text(role.creation()));
        out.writeStringField("approval", PythonTime.text(role.approval()));
        out.writeEndObject();
    }

    static void roles(JsonGenerator out, String name, Collection<FasRole> roles, Predicate<FasRole> which) throws IOException {
        out.writeArrayFieldStart(name);
        for (FasRole role : roles) {
            if (which.test(role)) {
                role(out, role);
            }
        }
        out.writeEndArray();
    }

    static void memberships(JsonGenerator out, String name, Collection<FasRole> roles, Predicate<FasRole> which) throws IOException {
        out.writeArrayFieldStart(name);
        for (FasRole role : roles) {
            if (which.test(role)) {
                group(out, role.group());
            }
        }
        out.writeEndArray();
    }

    /** All columns, then the three relations every account carries. */
    static void person(JsonGenerator out, FasPerson person, Caller caller) throws IOException {
        columns(out, person, caller);
        groupRoles(out, person.roles());
        memberships(out, "memberships", person.roles(), role -> true);
        roles(out, "roles", person.roles(), role -> true);
    }

    static void columns(JsonGenerator out, FasPerson person, Caller caller) throws IOException {
        for (PersonColumn column : PersonColumn.values()) {
            column.write(out, person, caller);
        }
    }

    static void groupRoles(JsonGenerator out, Collection<FasRole> roles) throws IOException {
        out.writeObjectFieldStart("group_roles");
        for (FasRole role : roles) {
            out.writeFieldName(role.group().name);
            role(out, role);
        }
        out.writeEndObject();
    }

    static void sortedMemberships(JsonGenerator out, FasPerson person) throws IOException {
        memberships(out, "approved_memberships", person.roles(), FasRole::approved);
        memberships(out, "unapproved_memberships", person.roles(), role -> !role.approved());
    }

    static void emptyGroup(JsonGenerator out) throws IOException {
        nulls(out, GROUP_COLUMNS);
    }

    static void emptyRole(JsonGenerator out) throws IOException {
        nulls(out, ROLE_COLUMNS);
    }

    private static void nulls(JsonGenerator out, List<String> names) throws IOException {
        out.writeStartObject();
        for (String name : names) {
            out.writeNullField(name);
        }
        out.writeEndObject();
    }

    private static void number(JsonGenerator out, String name, Integer value) throws IOException {
        out.writeFieldName(name);
        if (value == null) {
            out.writeNull();
        } else {
            out.writeNumber(value);
        }
    }
}
