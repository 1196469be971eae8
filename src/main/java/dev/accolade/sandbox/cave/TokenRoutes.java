package dev.accolade.sandbox.cave;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.sandbox.Answer;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One's own tokens, and logging out. */
final class TokenRoutes {

    private static final String API = "/auth/api/v1";

    private TokenRoutes() {
    }

    static List<Route> all() {
        return List.of(Route.get(API + "/user/token", Level.ANY, visit -> Replies.json(keys(visit).stream().map(Forms::token).toList())),
                Route.of("POST", API + "/user/token", Level.ANY, TokenRoutes::create),
                Route.writingGet(API + "/create_token", Level.ANY, TokenRoutes::create),
                Route.of("DELETE", API + "/user/token/{id}", Level.ANY, TokenRoutes::delete),
                Route.get(API + "/user/token/{key}/ttl", Level.ANY, TokenRoutes::timeToLive),
                Route.writingGet(API + "/refresh_token", Level.ANY, TokenRoutes::refresh),
                Route.writingGet(API + "/logout", Level.ANY, TokenRoutes::logout),
                Route.writingGet(API + "/logout_all", Level.ANY, TokenRoutes::logoutAll));
    }

    private static List<Token> keys(Visit visit) {
        return visit.tables().tokensOf(visit.user().id).stream().filter(Token::apiKey)
                .sorted(Comparator.comparing((Token key) -> key.id).reversed()).toList();
    }

    private static Answer create(Visit visit) {
        JsonNode body = visit.call().header("Content-Type").filter(type -> type.contains("json")).flatMap(type -> visit.call().json()).orElse(null);
        boolean empty = body == null || body.isNull() || body.isEmpty() && !body.isValueNode();
        if (!empty && !body.isObject()) {
            throw Halt.stumbles();
        }
        Optional<String> description = empty || !body.hasNonNull("description") ? Optional.empty() : Optional.of(body.get("description").asText());
        return Replies.json(visit.tables().key(visit.user().id, description).secret);
    }

    private static Answer delete(Visit visit) {
        Optional<Token> found = keys(visit).stream().filter(key -> key.id == visit.id(0)).findFirst();
        found.ifPresent(visit.tables()::delete);
        return found.isPresent() ? Replies.success() : Replies.sentence(404, "Token doesn't exist");
    }

    private static Answer timeToLive(Visit visit) {
        Tables tables = visit.tables();
        Optional<Token> token = tables.token(visit.parts().get(0)).filter(found -> found.user == visit.user().id);
        if (token.isEmpty()) {
            return Replies.json(404, new TreeMap<>(Map.of("error", "invalid_token", "message",
                    "Token does not exist or is not asociated with your account.")));
        }
        return Replies.json(token.get().expires.map(end -> Duration.between(tables.clock.instant(), end).toSeconds()).orElse(-1L));
    }

    private static Answer refresh(Visit visit) {
        List<Token> keys = keys(visit);
        if (keys.size() > 1) {
            return Replies.sentence(400, "Refresh token does not work for accounts with more than one API Key");
        }
        if (keys.isEmpty()) {
            return create(visit);
        }
        return Replies.json(visit.tables().refresh(keys.get(0)).secret);
    }

    private static Answer logout(Visit visit) {
        Token token = visit.token().orElseThrow();
        if (token.apiKey()) {
            return Replies.sentence(422, "Can't logout an API Key.");
        }
        visit.tables().delete(token);
        return Replies.success();
    }

    private static Answer logoutAll(Visit visit) {
        List.copyOf(visit.tables().tokensOf(visit.user().id)).stream().filter(token -> !token.apiKey()).forEach(visit.tables()::delete);
        return Replies.success();
    }
}
