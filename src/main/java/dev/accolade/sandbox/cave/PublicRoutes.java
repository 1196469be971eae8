package dev.accolade.sandbox.cave;

import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rest: version, apps, table mappings, public roots, and the pages a browser goes through. */
final class PublicRoutes {

    private static final String API = "/auth/api/v1";
    private static final String GOOGLE = "https://accounts.google.com/o/oauth2/auth?response_type=code&access_type=offline&prompt=consent"
            + "&include_granted_scopes=true&scope=openid+https%3A%2F%2Fwww.googleapis.com%2Fauth%2Fuserinfo.email"
            + "+https%3A%2F%2Fwww.googleapis.com%2Fauth%2Fuserinfo.profile";

    private PublicRoutes() {
    }

    static List<Route> all() {
        return List.of(Route.get("/auth/version", Level.OPEN, visit -> Replies.sentence(200, "neuroglance_auth -- version 2.30.3")),
                Route.get(API + "/authorize", Level.OPEN, visit -> authorize(visit.call())),
                Route.of("POST", API + "/authorize", Level.OPEN, visit -> authorize(visit.call())),
                Route.get(API + "/app", Level.ANY, PublicRoutes::apps),
                Route.get(API + "/service/{service}/table/{table}/dataset", Level.ANY, PublicRoutes::mapping),
                Route.get(API + "/table/{table}/has_public", Level.ANY, PublicRoutes::hasPublic),
                Route.get(API + "/table/{table}/root/{id}/is_public", Level.ANY, PublicRoutes::isPublic),
                Route.get("/auth/settings/tokens", Level.ANY, visit -> Replies.page(200)),
                Route.get("/auth/settings/username", Level.ANY, visit -> Replies.page(200)),
                Route.of("POST", "/auth/settings/username", Level.ANY, PublicRoutes::customName),
                Route.get(API + "/register/choose_username", Level.ANY, visit -> Replies.page(200)),
                Route.of("POST", API + "/register/choose_username", Level.ANY, PublicRoutes::customName));
    }

    private static Answer authorize(Call call) {
        return call.header("X-Requested-With").isPresent() ? Replies.sentence(200, GOOGLE) : Replies.page(302).with("Location", GOOGLE);
    }

    private static Answer apps(Visit visit) {
        return Replies.json(visit.tables().apps.values().stream().map(app -> new TreeMap<String, Object>(
                Map.of("id", app.id(), "url", app.name()))).toList());
    }

    private static Answer mapping(Visit visit) {
        String dataset = visit.tables().mappings.get(part(visit, 0) + "/" + part(visit, 1));
        return dataset == null ? Replies.sentence(404, "No dataset for given service and table names") : Replies.json(dataset);
    }

    private static Answer hasPublic(Visit visit) {
        String table = part(visit, 0) + "/";
        return Replies.json(visit.tables().publicRoots.stream().anyMatch(root -> root.startsWith(table)));
    }

    private static Answer isPublic(Visit visit) {
        return Replies.json(visit.tables().publicRoots.contains(part(visit, 0) + "/" + visit.parts().get(1)));
    }

    /** A name is chosen once; an empty form goes back to the account name, the same name again makes it active again. */
    private static Answer customName(Visit visit) {
        User user = visit.user();
        Optional<String> wanted = visit.call().form().getOrDefault("customName", List.of()).stream().filter(name -> !name.isEmpty()).findFirst();
        if (wanted.filter(name -> name.length() > 80).isPresent()) {
            throw Halt.stumbles();
        }
        if (wanted.isEmpty()) {
            user.customActive = false;
        } else if (user.customName.isEmpty() || user.customName.equals(wanted)) {
            user.customName = wanted;
            user.customActive = true;
        }
        visit.tables().renew(user.id);
        return Replies.page(200);
    }

    private static String part(Visit visit, int index) {
        return URLDecoder.decode(visit.parts().get(index).replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
