package dev.accolade.sandbox.fasjson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import dev.accolade.sandbox.PathParts;
import dev.accolade.sandbox.SeedNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What happens in the directory without FASJSON, below {@code /sandbox/fasjson/}. */
final class FasjsonControls {

    private static final Answer DONE = Answer.empty(204);

    private final Directory directory;
    private final Settings settings;

    FasjsonControls(Directory directory, Settings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    Answer answer(Call call) {
        List<String> parts = PathParts.of(call.path());
        String what = call.method() + " " + (parts.isEmpty() ? "" : parts.get(0)) + " " + parts.size();
        SeedNode body = new SeedNode(call.json().filter(JsonNode::isObject).orElse(JsonNodeFactory.instance.objectNode()), "");
        synchronized (directory) {
            try {
                return switch (what) {
                    case "PUT groups 4" -> place(parts);
                    case "DELETE groups 4" -> names(parts).remove(person(parts.get(3)).username) ? DONE : Answer.text(404, "text/plain", "Not in there.\n");
                    case "POST groups 1" -> added(() -> addTeam(body));
                    case "DELETE groups 2" -> added(() -> directory.teams.remove(team(parts.get(1)).name));
                    case "POST users 1" -> added(() -> FasjsonSeed.add(directory, body));
                    case "PUT users 2" -> added(() -> FasjsonSeed.change(person(parts.get(1)), body));
                    case "DELETE users 2" -> added(() -> directory.remove(person(parts.get(1))));
                    case "POST settings 1" -> added(() -> set(body));
                    case "GET summary 1" -> summary();
                    default -> Answer.text(404, "text/plain", "The fasjson stand-in has no control " + call.method() + " " + call.path() + ".\n");
                };
            } catch (IllegalArgumentException wrong) {
                return Answer.text(400, "text/plain", wrong.getMessage() + "\n");
            }
        }
    }

    private static Answer added(Runnable change) {
        change.run();
        return DONE;
    }

    private void addTeam(SeedNode body) {
        FasjsonSeed.addTeam(directory, body);
        FasjsonSeed.link(directory, body);
    }

    private Answer place(List<String> parts) {
        names(parts).add(person(parts.get(3)).username);
        return DONE;
    }

    private Set<String> names(List<String> parts) {
        Team team = team(parts.get(1));
        return switch (parts.get(2)) {
            case "members" -> team.members;
            case "sponsors" -> team.sponsors;
            default -> throw new IllegalArgumentException("a group has members and sponsors, no \"" + parts.get(2) + "\"");
        };
    }

    private Team team(String name) {
        return directory.team(name).orElseThrow(() -> new IllegalArgumentException("there is no group \"" + name + "\""));
    }

    private Person person(String name) {
        Person person = directory.people.get(name);
        if (person == null) {
            throw new IllegalArgumentException("there is no person \"" + name + "\"");
        }
        return person;
    }

    private void set(SeedNode body) {
        settings.reordering = body.flag("reordering", settings.reordering);
        settings.privacyHole = body.flag("privacyHole", settings.privacyHole);
        settings.directoryDown = body.flag("directoryDown", settings.directoryDown);
        settings.reauthentications.set(body.number("reauthentications", settings.reauthentications.get()));
    }

    private Answer summary() {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("people", directory.people.size());
        counts.put("groups", directory.teams.size());
        counts.put("memberships", directory.teams.values().stream().mapToInt(team -> team.members.size()).sum());
        return Answer.json(200, counts);
    }
}
