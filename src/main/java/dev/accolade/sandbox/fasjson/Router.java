package dev.accolade.sandbox.fasjson;

import dev.accolade.sandbox.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Leads a request to what it asks for. Certificates and the description of the API are not imitated. */
final class Router {

    private static final String NAME = "([a-zA-Z0-9][a-zA-Z0-9_.-]{0,63})";

    private record Route(Pattern path, BiFunction<Visit, Matcher, Answer> page) {
    }

    private static final List<Route> ROUTES = List.of(
            route("/v1/groups/", (visit, at) -> Paging.of(visit).answer(visit, List.copyOf(visit.directory().teams.values()), visit::team)),
            route("/v1/groups/" + NAME + "/", (visit, at) -> team(visit, at, team -> Replies.result(visit.team(team)))),
            route("/v1/groups/" + NAME + "/members/", (visit, at) -> team(visit, at,
                    team -> Paging.of(visit).answer(visit, visit.directory().members(team), visit::member))),
            route("/v1/groups/" + NAME + "/sponsors/", (visit, at) -> team(visit, at,
                    team -> Replies.result(visit.directory().sponsors(team).stream().map(visit::member).toList()))),
            route("/v1/groups/" + NAME + "/is-member/" + NAME, (visit, at) -> team(visit, at, team -> Replies.result(
                    visit.directory().members(team).stream().anyMatch(person -> person.username.equals(at.group(2)))))),
            route("/v1/users/", (visit, at) -> Paging.of(visit).answer(visit, visit.directory().visible().toList(), visit::user)),
            route("/v1/users/" + NAME + "/", (visit, at) -> person(visit, at, "User not found", person -> Replies.result(visit.user(person)))),
            route("/v1/users/" + NAME + "/groups/", (visit, at) -> person(visit, at, "User does not exist",
                    person -> Paging.of(visit).answer(visit, visit.directory().teamsOf(person), visit::teamLink))),
            route("/v1/users/" + NAME + "/agreements/", (visit, at) -> person(visit, at, "User does not exist",
                    person -> Paging.of(visit).answer(visit, List.<String>of(), name -> Map.of("name", name)))),
            route("/v1/search/users/", (visit, at) -> Search.answer(visit)),
            route("/v1/me/", (visit, at) -> me(visit)));

    private Router() {
    }

    private static Route route(String path, BiFunction<Visit, Matcher, Answer> page) {
        return new Route(Pattern.compile(path), page);
    }

    static Answer answer(Visit visit) {
        for (Route route : ROUTES) {
            Matcher at = route.path().matcher(visit.call().path());
            if (at.matches()) {
                return visit.call().method().equals("GET") ? route.page().apply(visit, at)
                        : Replies.message(405, "The method is not allowed for the requested URL.");
            }
        }
        return notFound();
    }

    static Answer notFound() {
        return Replies.message(404, "The requested URL was not found on the server.");
    }

    private static Answer team(Visit visit, Matcher at, Function<Team, Answer> page) {
        return visit.directory().team(at.group(1)).map(page)
                .orElseGet(() -> Replies.message(404, "Group not found", "groupname", at.group(1)));
    }

    private static Answer person(Visit visit, Matcher at, String otherwise, Function<Person, Answer> page) {
        return visit.directory().person(at.group(1)).map(page).orElseGet(() -> Replies.message(404, otherwise, "name", at.group(1)));
    }

    private static Answer me(Visit visit) {
        Map<String, Object> me = new LinkedHashMap<>();
        String name = visit.principal();
        String user = visit.username().orElse(null);
        me.put("dn", user != null ? "uid=" + user + ",cn=users,cn=accounts,dc=example,dc=org"
                : "krbprincipalname=" + name + ",cn=services,cn=accounts,dc=example,dc=org");
        me.put("username", user);
        me.put("service", user != null ? null : name.replaceFirst("@.*", ""));
        me.put("uri", user == null ? null : visit.call().base() + "/v1/users/" + user + "/");
        return Replies.result(Mask.of(visit.call().header("X-Fields"), List.of()).apply(me));
    }
}
