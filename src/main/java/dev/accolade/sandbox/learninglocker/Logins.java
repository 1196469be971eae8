package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who somebody is, and tokens: for users of the API, and for clients of the statement service. */
final class Logins {

    private final Database database;

    Logins(Database database) {
        this.database = database;
    }

    /** {@code /auth/client/info}; the one place with a challenge. */
    Answer whoAmI(Call call) {
        Optional<Caller> caller = Caller.client(call, database);
        if (caller.isEmpty()) {
            return new Answer(401, List.of(), "Unauthorized".getBytes(StandardCharsets.UTF_8))
                    .with("WWW-Authenticate", "Basic realm=\"Users\"");
        }
        ObjectNode shown = Paths.NODES.objectNode();
        for (String name : List.of("title", "organisation", "lrs_id", "scopes")) {
            if (caller.get().client().has(name)) {
                shown.set(name, caller.get().client().get(name));
            }
        }
        return Answer.json(200, shown);
    }

    /** {@code /auth/jwt/password}: e-mail and password as Basic. */
    Answer password(Call call) {
        return Caller.Credentials.of(call).flatMap(database.users()::enter).map(user -> tokens(user, Optional.empty())).orElseGet(Logins::wrong);
    }

    /** {@code /auth/jwt/organisation}: a token of a user for one of an organisation. */
    Answer organisation(Call call) {
        JsonNode said = Jwt.sent(call).flatMap(database.users()::read).orElseThrow(Errors::unauthorized);
        Optional<String> organisation = call.json().map(body -> body.path("organisation").asText());
        String user = said.path("userId").asText();
        if (organisation.isEmpty() || database.users().token(user, organisation, Users.LIFETIME).isEmpty()) {
            return Answer.text(401, Errors.HTML, "User does not have access to this organisation.");
        }
        return tokens(user, organisation);
    }

    /** {@code /auth/jwt/refresh}: a new token for the cookie of an old one. */
    Answer refresh(Call call) {
        JsonNode body = call.json().orElse(Paths.NODES.objectNode());
        String name = cookie(body.path("tokenType").asText(), body.path("id").asText());
        Optional<JsonNode> said = sent(call, name).flatMap(database.users()::read)
                .filter(token -> cookie(token.path("tokenType").asText(), token.path("tokenId").asText()).equals(name));
        return said.map(token -> tokens(token.path("userId").asText(), Users.organisation(token))).orElseGet(Logins::wrong);
    }

    private Answer tokens(String user, Optional<String> organisation) {
        String token = database.users().token(user, organisation, Users.LIFETIME).orElseThrow(Errors::unauthorized);
        String refresh = database.users().token(user, organisation, Users.REFRESHABLE).orElseThrow(Errors::unauthorized);
        String name = organisation.map(id -> cookie("organisation", id)).orElseGet(() -> cookie("user", user));
        String ends = DateTimeFormatter.RFC_1123_DATE_TIME.format(database.instant().plus(Users.REFRESHABLE).atZone(ZoneOffset.UTC));
        return Answer.text(200, "text/plain; charset=utf-8", token).with("Set-Cookie", name + "=" + refresh + "; Max-Age=" + Users.REFRESHABLE.toSeconds()
                + "; Path=/api/auth/jwt/refresh; Expires=" + ends + "; HttpOnly; SameSite=Strict");
    }

    private static String cookie(String type, String id) {
        return "refresh_token_" + type + "_" + id;
    }

    private static Optional<String> sent(Call call, String cookie) {
        for (String pair : call.header("Cookie").orElse("").split(";\\s*")) {
            if (pair.startsWith(cookie + "=")) {
                return Optional.of(pair.substring(cookie.length() + 1));
            }
        }
        return Optional.empty();
    }

    private static Answer wrong() {
        return Answer.json(401, Paths.NODES.objectNode().put("success", false).put("message", "Incorrect login details"));
    }

    /** {@code /oauth2/token}: key and secret of a client for a token that the statement service takes. */
    Answer token(Call call) {
        JsonNode json = call.json().filter(JsonNode::isObject).orElse(Paths.NODES.objectNode());
        String grant = field(call, json, "grant_type");
        String key = field(call, json, "client_id");
        String secret = field(call, json, "client_secret");
        if (grant.isEmpty() || key.isEmpty() || secret.isEmpty()) {
            return Answer.json(400, Paths.NODES.objectNode().put("error", "invalid_request"));
        }
        if (!grant.equals("client_credentials")) {
            return Answer.json(400, Paths.NODES.objectNode().put("error", "unsupported_grant_type"));
        }
        Optional<ObjectNode> client = database.of(Model.CLIENT).withKey(key)
                .filter(one -> one.path("api").path("basic_secret").asText().equals(secret)).findFirst();
        if (client.isEmpty()) {
            return Answer.json(400, Paths.NODES.objectNode().put("error", "invalid_client"));
        }
        String token = UUID.randomUUID().toString();
        database.tokens().put(token, client.get().path("_id").textValue());
        return Answer.json(200, Paths.NODES.objectNode().put("access_token", token).put("token_type", "bearer").put("expires_in", 3600));
    }

    private static String field(Call call, JsonNode json, String name) {
        return json.has(name) ? json.path(name).asText() : call.form().getOrDefault(name, List.of("")).get(0);
    }
}
