package dev.accolade.sandbox.fas;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The pages under {@code group/} that change nothing. */
final class GroupPages {

    private final Accounts accounts;

    GroupPages(State state) {
        this.accounts = state.accounts;
    }

    Map<String, Operation> operations() {
        Map<String, Operation> operations = new LinkedHashMap<>();
        operations.put("group/list", Operation.reading(this::list, "search"));
        operations.put("group/type_list", Operation.reading(this::ofType, "grptype"));
        operations.put("group/view", Operation.reading(this::view).at("groupname"));
        operations.put("group/members", Operation.reading(this::members, "search", "role_type").at("groupname"));
        operations.put("group/dump", Operation.reading(this::dump, "role_type").at("groupname"));
        return operations;
    }

    /** The memberships, of all groups, are there only for those who asked by parameter. */
    private Reply list(FasRequest request) {
        String search = request.parameter("search").filter(text -> !text.isEmpty()).orElse("*");
        Predicate<String> wanted = PeopleList.matcher(search);
        return Reply.page(out -> {
            groups(out, request.caller(), group -> wanted.test(group.name));
            out.writeStringField("search", search);
            out.writeObjectFieldStart("memberships");
            if (request.tgFormat()) {
                for (FasGroup group : accounts.groups()) {
                    places(out, group);
                }
            }
            out.writeEndObject();
        });
    }

    private void groups(JsonGenerator out, Caller caller, Predicate<FasGroup> which) throws IOException {
        out.writeArrayFieldStart("groups");
        for (FasGroup group : accounts.groups()) {
            if (which.test(group) && caller.mayView(group)) {
                Pages.group(out, group);
            }
        }
        out.writeEndArray();
    }

    private static void places(JsonGenerator out, FasGroup group) throws IOException {
        if (group.roles().stream().noneMatch(FasRole::approved)) {
            return;
        }
        out.writeArrayFieldStart(Integer.toString(group.id));
        for (FasRole role : group.roles()) {
            if (role.approved()) {
                out.writeStartObject();
                out.writeNumberField("person_id", role.person().id);
                out.writeStringField("role_type", role.type().word());
                out.writeEndObject();
            }
        }
        out.writeEndArray();
    }

    private Reply ofType(FasRequest request) {
        String type = request.text("grptype");
        return Reply.page(out -> {
            groups(out, request.caller(), group -> type.isEmpty() || group.type.equals(type));
            out.writeStringField("search", type);
        });
    }

    private Reply view(FasRequest request) {
        return visible(request, group -> Reply.page(out -> {
            out.writeFieldName("group");
            Pages.group(out, group);
            Pages.roles(out, "sponsor_queue", group.roles(), role -> !role.approved());
            Pages.roles(out, "members", group.roles(), FasRole::approved);
        }));
    }

    private Reply members(FasRequest request) {
        String search = request.parameter("search").orElse("a*");
        Predicate<String> wanted = PeopleList.matcher(search.isEmpty() ? "*" : search);
        return visible(request, group -> Reply.page(out -> {
            out.writeFieldName("group");
            Pages.group(out, group);
            Pages.roles(out, "members", group.roles(), role -> wanted.test(role.person().username));
            out.writeStringField("search", search);
        }));
    }

    private Reply visible(FasRequest request, Function<FasGroup, Reply> page) {
        Optional<FasGroup> group = accounts.group(request.text("groupname"));
        if (group.isEmpty()) {
            return Reply.invalid(Map.of("groupname", "There is no such group."));
        }
        return request.caller().mayView(group.get()) ? page.apply(group.get())
                : Reply.redirect(request.mount() + "group/list", "You are not allowed to view this group.");
    }

    /** Without a name everybody, each as a plain user; an unknown name has nobody in it. */
    private Reply dump(FasRequest request) {
        Optional<String> name = request.parameter("groupname").filter(text -> !text.isEmpty());
        if (name.isEmpty()) {
            return rows(request, accounts.people().stream(), person -> RoleType.USER, Map.of());
        }
        List<FasRole> approved = accounts.group(name.get()).stream().flatMap(group -> group.roles().stream()).filter(FasRole::approved)
                .filter(role -> request.parameter("role_type").map(role.type().word()::equals).orElse(true)).toList();
        Map<FasPerson, RoleType> types = new HashMap<>();
        Map<FasPerson, Integer> sponsored = new HashMap<>();
        approved.forEach(role -> {
            types.put(role.person(), role.type());
            role.sponsoredBy().ifPresent(sponsor -> sponsored.merge(sponsor, 1, Integer::sum));
        });
        return rows(request, approved.stream().map(FasRole::person), types::get, sponsored);
    }

    private static Reply rows(FasRequest request, Stream<FasPerson> people, Function<FasPerson, RoleType> type,
                              Map<FasPerson, Integer> sponsored) {
        List<FasPerson> sorted = people.sorted(Comparator.comparing(person -> person.username)).toList();
        return Reply.page(out -> {
            out.writeArrayFieldStart("people");
            for (FasPerson person : sorted) {
                boolean named = request.caller().sees(person, PersonColumn.HUMAN_NAME) && person.humanName != null;
                out.writeStartArray();
                out.writeString(person.username);
                out.writeString(person.email);
                out.writeString(named ? person.humanName : "");
                out.writeString(type.apply(person).word());
                out.writeNumber(sponsored.getOrDefault(person, 0));
                out.writeEndArray();
            }
            out.writeEndArray();
        });
    }
}
