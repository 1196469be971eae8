package dev.accolade.sandbox.fas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import dev.accolade.sandbox.PathParts;
import dev.accolade.sandbox.SeedNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What administrators of FAS do on its pages, below {@code /sandbox/fas/}. Kept group data stays as old as it is. */
final class FasControls {

    private static final Answer DONE = Answer.empty(204);

    private final State state;
    private final Accounts accounts;

    FasControls(State state) {
        this.state = state;
        this.accounts = state.accounts;
    }

    Answer answer(Call call) {
        List<String> parts = PathParts.of(call.path());
        String what = call.method() + " " + (parts.isEmpty() ? "" : parts.get(0)) + " " + parts.size();
        SeedNode body = new SeedNode(call.json().filter(JsonNode::isObject).orElse(JsonNodeFactory.instance.objectNode()), "");
        try {
            return switch (what) {
                case "PUT groups 4" -> accounts.writing(() -> place(parts, body));
                case "DELETE groups 4" -> accounts.writing(() -> remove(parts));
                case "POST groups 1" -> accounts.writing(() -> addGroup(body));
                case "DELETE groups 2" -> accounts.writing(() -> removeGroup(group(parts)));
                case "PUT groups 3" -> accounts.writing(() -> rename(group(parts), body));
                case "POST people 1" -> accounts.writing(() -> addPerson(body));
                case "DELETE people 2" -> accounts.writing(() -> removePerson(person(parts, 1)));
                case "PUT people 3" -> accounts.writing(() -> change(person(parts, 1), parts.get(2), body));
                case "POST settings 1" -> settings(body);
                case "GET summary 1" -> accounts.reading(this::summary);
                default -> Answer.text(404, "text/plain", "The fas stand-in has no control " + call.method() + " " + call.path() + ".\n");
            };
        } catch (IllegalArgumentException wrong) {
            return Answer.text(400, "text/plain", wrong.getMessage() + "\n");
        }
    }

    private FasGroup group(List<String> parts) {
        return accounts.group(parts.get(1)).orElseThrow(() -> new IllegalArgumentException("there is no group \"" + parts.get(1) + "\""));
    }

    private FasPerson person(List<String> parts, int index) {
        return accounts.person(parts.get(index)).orElseThrow(() -> new IllegalArgumentException("there is no person \"" + parts.get(index) + "\""));
    }

    private Answer place(List<String> parts, SeedNode body) {
        String word = body.optional("role").orElse("user");
        RoleType type = RoleType.of(word).orElseThrow(() -> body.wrong("role", "is user, sponsor or administrator, not \"" + word + "\""));
        boolean approved = !body.flag("unapproved", false);
        accounts.put(new FasRole(person(parts, 3), group(parts), type, null, accounts.now(), approved ? accounts.now() : null));
        return DONE;
    }

    private Answer remove(List<String> parts) {
        Optional<FasRole> role = group(parts).role(person(parts, 3));
        role.ifPresent(accounts::remove);
        return role.isPresent() ? DONE : Answer.text(404, "text/plain", parts.get(3) + " is not in " + parts.get(1) + ".\n");
    }

    private Answer addGroup(SeedNode body) {
        SeedNode named = body.node().has("type") && !body.node().has("group_type")
                ? new SeedNode(((ObjectNode) body.node()).set("group_type", body.node().get("type")), "") : body;
        return Answer.json(201, Map.of("id", FasSeed.group(accounts, named).id));
    }

    private Answer removeGroup(FasGroup group) {
        accounts.remove(group);
        return DONE;
    }

    private Answer rename(FasGroup group, SeedNode body) {
        String name = body.text("name");
        if (accounts.group(name).filter(other -> other != group).isPresent()) {
            throw body.wrong("name", "\"" + name + "\" is taken");
        }
        accounts.rename(group, name);
        return DONE;
    }

    private Answer addPerson(SeedNode body) {
        FasPerson person = FasSeed.person(accounts, body);
        accounts.add(person);
        return Answer.json(201, Map.of("id", person.id));
    }

    private Answer removePerson(FasPerson person) {
        accounts.remove(person);
        return DONE;
    }

    private Answer change(FasPerson person, String what, SeedNode body) {
        if (what.equals("status")) {
            person.status = body.text("status");
        } else {
            person.email = body.optional("email").orElse(null);
        }
        return DONE;
    }

    private Answer settings(SeedNode body) {
        if (body.node().has("noCookie")) {
            boolean noCookie = body.flag("noCookie", false);
            state.change(settings -> settings.withCookie(noCookie));
        }
        if (body.node().has("sessionSeconds")) {
            Duration idle = Duration.ofSeconds(body.number("sessionSeconds", 0));
            state.change(settings -> settings.withSession(idle));
        }
        if (body.flag("expireSessions", false)) {
            state.visits.expireAll();
        }
        return DONE;
    }

    private Answer summary() {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("people", accounts.people().size());
        counts.put("groups", accounts.groups().size());
        counts.put("memberships", accounts.groups().stream().mapToInt(group -> group.roles().size()).sum());
        counts.put("sessions", state.visits.loggedIn());
        return Answer.json(200, counts);
    }
}
