package dev.accolade.sandbox.fas;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The pages under {@code json/}: an unknown name or id is {@code success: false}, never an error. */
final class Lookups {

    private final State state;
    private final PeopleQuery query;

    Lookups(State state) {
        this.state = state;
        this.query = new PeopleQuery(state.accounts);
    }

    Map<String, Operation> operations() {
        Map<String, Operation> operations = new LinkedHashMap<>();
        operations.put("json/person_by_id", Operation.reading(request -> byId(request, "person_id", id -> person(request, state.accounts.person(id))),
                "person_id"));
        operations.put("json/person_by_username", Operation.reading(request -> person(request, state.accounts.person(request.text("username"))),
                "username"));
        operations.put("json/group_by_id", Operation.reading(request -> byId(request, "group_id", id -> group(state.accounts.group(id))),
                "group_id"));
        operations.put("json/group_by_name", Operation.reading(request -> group(state.accounts.group(request.text("groupname"))), "groupname"));
        operations.put("json/user_id", Operation.reading(request -> Reply.page(this::ids)));
        operations.put("json/people_query", Operation.query(query::answer));
        operations.put("json/fas_client/group_data", Operation.reading(this::groupData, "force_refresh"));
        operations.put("json/fas_client/user_data",
                Operation.reading(request -> Reply.page(out -> userData(out, request.caller())), "force_refresh"));
        return operations;
    }

    private static Reply byId(FasRequest request, String parameter, Function<Integer, Reply> answer) {
        try {
            return answer.apply(Integer.valueOf(request.text(parameter)));
        } catch (NumberFormatException notANumber) {
            return Reply.framework(500, "invalid literal for int()");
        }
    }

    /** A person who does not exist gets an answer without {@code tg_flash}. */
    private static Reply person(FasRequest request, Optional<FasPerson> found) {
        if (found.isEmpty()) {
            return Reply.bare(out -> out.writeBooleanField("success", false));
        }
        return Reply.page(out -> {
            out.writeBooleanField("success", true);
            out.writeObjectFieldStart("person");
            Pages.person(out, found.get(), request.caller());
            Pages.sortedMemberships(out, found.get());
            out.writeEndObject();
        });
    }

    private static Reply group(Optional<FasGroup> found) {
        return Reply.page(out -> {
            out.writeBooleanField("success", found.isPresent());
            if (found.isPresent()) {
                out.writeObjectFieldStart("group");
                Pages.groupColumns(out, found.get());
                Pages.roles(out, "approved_roles", found.get().roles(), FasRole::approved);
                Pages.roles(out, "unapproved_roles", found.get().roles(), role -> !role.approved());
                out.writeEndObject();
            }
        });
    }

    private void ids(JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("people");
        for (FasPerson person : state.accounts.people()) {
            out.writeStringField(Integer.toString(person.id), person.username);
        }
        out.writeEndObject();
    }

    private Reply groupData(FasRequest request) {
        String data = state.groupData.json(state.accounts, state.settings().groupData(), !request.text("force_refresh").isEmpty());
        return Reply.page(out -> {
            out.writeBooleanField("success", true);
            out.writeFieldName("data");
            out.writeRawValue(data);
        });
    }

    private void userData(JsonGenerator out, Caller caller) throws IOException {
        out.writeBooleanField("success", true);
        out.writeObjectFieldStart("data");
        for (FasPerson person : state.accounts.people()) {
            if (person.status.equals("active")) {
                out.writeFieldName(Integer.toString(person.id));
                account(out, person, caller);
            }
        }
        out.writeEndObject();
    }

    private static void account(JsonGenerator out, FasPerson person, Caller caller) throws IOException {
        boolean hashes = caller.admin() || caller.system();
        out.writeStartObject();
        out.writeStringField("username", person.username);
        out.writeStringField("password", hashes ? "$6$x$" + person.username : "*");
        out.writeStringField("human_name", person.privacy ? person.username : person.humanName);
        out.writeStringField("ssh_key", hashes || caller.thirdParty() ? person.text("ssh_key").orElse("") : "");
        out.writeStringField("email", person.email);
        out.writeBooleanField("alias_enabled", person.text("alias_enabled").map(Boolean::valueOf).orElse(true));
        out.writeEndObject();
    }
}
