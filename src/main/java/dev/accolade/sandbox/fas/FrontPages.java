package dev.accolade.sandbox.fas;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The front page, log-in, log-out and {@code home}. */
final class FrontPages {

    private final State state;

    FrontPages(State state) {
        this.state = state;
    }

    Map<String, Operation> operations() {
        return Map.of("", Operation.open(request -> Reply.page(out -> { })),
                "login", Operation.reading(this::login),
                "logout", Operation.open(this::logout),
                "home", Operation.reading(this::home));
    }

    private Reply login(FasRequest request) {
        FasPerson self = request.self();
        return Reply.page("Welcome, " + self.username, out -> {
            out.writeObjectFieldStart("user");
            Pages.columns(out, self, request.caller());
            names(out, "group_roles", self.roles());
            Pages.memberships(out, "memberships", self.roles(), role -> true);
            Pages.roles(out, "roles", self.roles(), role -> true);
            Pages.sortedMemberships(out, self);
            names(out, "groups", self.roles().stream().filter(FasRole::approved).toList());
            out.writeEndObject();
        });
    }

    private static void names(JsonGenerator out, String name, List<FasRole> roles) throws IOException {
        out.writeArrayFieldStart(name);
        for (FasRole role : roles) {
            out.writeString(role.group().name);
        }
        out.writeEndArray();
    }

    /** Needs neither login nor token. */
    private Reply logout(FasRequest request) {
        state.visits.unlink(request.visit());
        return Reply.bare(out -> { });
    }

    private Reply home(FasRequest request) {
        FasPerson self = request.self();
        return Reply.page(out -> {
            out.writeObjectFieldStart("person");
            Pages.person(out, self, request.caller());
            out.writeEndObject();
            Pages.memberships(out, "memberships", self.roles(), role -> true);
            out.writeBooleanField("cla", self.in("cla_done"));
        });
    }
}
