package dev.accolade.sandbox.fas;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The pages under {@code user/}. */
final class PeoplePages {

    private final State state;
    private final Accounts accounts;

    PeoplePages(State state) {
        this.state = state;
        this.accounts = state.accounts;
    }

    Map<String, Operation> operations() {
        Map<String, Operation> operations = new LinkedHashMap<>();
        operations.put("user/list", Operation.reading(new PeopleList(accounts)::answer, "search", "fields", "by_email", "by_ircnick", "status",
                "limit"));
        operations.put("user/view", Operation.reading(this::view).at("username"));
        operations.put("user/email_list", Operation.reading(this::emails, "search"));
        operations.put("user/dump", Operation.reading(this::dump, "search", "groups"));
        operations.put("user/dogencert", Operation.writing(this::certificate));
        operations.put("user/update_last_seen", Operation.writing(this::lastSeen, "username"));
        return operations;
    }

    private Reply view(FasRequest request) {
        Optional<FasPerson> target = request.parameter("username").isEmpty() ? request.caller().person() : accounts.person(request.text("username"));
        if (target.isEmpty()) {
            return Reply.invalid(Map.of("username", "There is no such account."));
        }
        FasPerson person = target.get();
        boolean personal = request.caller().is(person);
        return Reply.page(out -> {
            out.writeObjectFieldStart("person");
            Pages.person(out, person, request.caller());
            Pages.sortedMemberships(out, person);
            out.writeEndObject();
            out.writeBooleanField("cla", person.in("cla_done"));
            out.writeNullField("undeprecated");
            out.writeBooleanField("personal", personal);
            out.writeBooleanField("admin", request.caller().admin());
            out.writeBooleanField("modo", request.caller().moderator());
            out.writeBooleanField("can_update", personal || request.caller().admin());
            out.writeObjectFieldStart("show");
            out.writeEndObject();
        });
    }

    private Reply emails(FasRequest request) {
        Predicate<String> wanted = PeopleList.matcher(request.parameter("search").filter(text -> !text.isEmpty()).orElse("*"));
        return Reply.page(out -> {
            out.writeObjectFieldStart("emails");
            for (FasPerson person : accounts.people()) {
                if (wanted.test(person.username)) {
                    out.writeStringField(person.username, person.email);
                }
            }
            out.writeEndObject();
        });
    }

    private Reply dump(FasRequest request) {
        String search = request.parameter("search").orElse("*");
        Predicate<String> wanted = PeopleList.matcher(search.isEmpty() ? "*" : search);
        List<FasPerson> found = members(request.text("groups")).filter(person -> person.status.equals("active") && wanted.test(person.username))
                .toList();
        return Reply.page(out -> {
            out.writeArrayFieldStart("people");
            for (FasPerson person : found) {
                if (person.in("cla_done")) {
                    account(out, person, request.caller());
                }
            }
            out.writeEndArray();
            out.writeArrayFieldStart("unapproved_people");
            for (FasPerson person : found) {
                if (!person.in("cla_done")) {
                    account(out, person, request.caller());
                }
            }
            out.writeEndArray();
            out.writeStringField("search", search);
        });
    }

    /** Approved members of {@code a,b}, of all groups of a type ({@code @git}), or everybody ({@code @all} and nothing at all). */
    private Stream<FasPerson> members(String groups) {
        if (groups.isEmpty() || List.of(groups.split(",")).contains("@all")) {
            return accounts.people().stream();
        }
        return Arrays.stream(groups.split(",")).flatMap(name -> name.startsWith("@")
                ? accounts.groups().stream().filter(group -> group.type.equals(name.substring(1))) : accounts.group(name).stream())
                .flatMap(group -> group.roles().stream()).filter(FasRole::approved).map(FasRole::person).distinct();
    }

    private static void account(JsonGenerator out, FasPerson person, Caller caller) throws IOException {
        out.writeStartObject();
        for (PersonColumn column : List.of(PersonColumn.USERNAME, PersonColumn.ID, PersonColumn.SSH_KEY, PersonColumn.HUMAN_NAME,
                PersonColumn.PASSWORD)) {
            column.write(out, person, caller);
        }
        out.writeEndObject();
    }

    /** Each call makes the person's earlier certificates void, which shows in the serial number. */
    private Reply certificate(FasRequest request) {
        FasPerson self = request.self();
        if (!state.settings().certificates()) {
            return Reply.page("Certificates are not made here.", out -> { });
        }
        if (!self.in("cla_done")) {
            return request.tgFormat() ? Reply.bare(out -> out.writeBooleanField("cla", false))
                    : Reply.redirect(request.mount() + "fpca/", "Sign the agreement first.");
        }
        int serial = ++self.certificateSerial;
        return Reply.page(out -> {
            out.writeBooleanField("cla", true);
            out.writeStringField("cert", block("CERTIFICATE", self, serial));
            out.writeStringField("key", block("PRIVATE KEY", self, serial));
        });
    }

    private static String block(String what, FasPerson person, int serial) {
        return "-----BEGIN " + what + "-----\n" + String.format(Locale.ROOT, "sandbox/%s/%d", person.username, serial) + "\n-----END " + what
                + "-----\n";
    }

    private Reply lastSeen(FasRequest request) {
        if (!request.caller().system()) {
            return Reply.denied(Optional.empty());
        }
        Optional<FasPerson> target = accounts.person(request.text("username"));
        target.ifPresent(person -> person.lastSeen = accounts.now());
        return Reply.page(out -> out.writeBooleanField("success", target.isPresent()));
    }
}
