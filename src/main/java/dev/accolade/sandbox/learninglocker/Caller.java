package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.Call;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The client that calls.
 *
 * @param client its document, as it was when the request came
 */
record Caller(ObjectNode client) {

    /** Key and secret of an {@code Authorization} header. */
    record Credentials(String key, String secret) {

        /** Of a Basic header whose scheme is written in any case; the secret ends at a second colon. */
        static Optional<Credentials> of(Call call) {
            return call.header("Authorization").filter(value -> value.regionMatches(true, 0, "Basic ", 0, 6))
                    .flatMap(value -> decoded(value.substring(6).trim()));
        }

        static Optional<Credentials> decoded(String base64) {
            try {
                String[] parts = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8).split(":", -1);
                return parts.length < 2 ? Optional.empty() : Optional.of(new Credentials(parts[0], parts[1]));
            } catch (IllegalArgumentException notBase64) {
                return Optional.empty();
            }
        }
    }

    /** The caller of an API request: found by key alone, so of two clients with one key only the older gets in. */
    static Optional<Caller> of(Call call, Database database) {
        return Credentials.of(call).flatMap(sent -> database.of(Model.CLIENT).withKey(sent.key()).findFirst()
                .filter(client -> client.path("isTrusted").asBoolean())
                .filter(client -> sent.secret().equals(client.path("api").path("basic_secret").textValue())).map(Caller::new));
    }

    boolean may(String scope) {
        for (JsonNode held : client.path("scopes")) {
            if (held.asText().equals(scope)) {
                return true;
            }
        }
        return false;
    }

    /** Empty for a client that belongs to none. */
    Optional<String> organisation() {
        return Optional.ofNullable(client.path("organisation").textValue());
    }

    /** Whether the caller's organisation is past its date. */
    boolean expired(Database database) {
        return organisation().flatMap(id -> database.of(Model.ORGANISATION).find(id)).map(found -> found.path("expiration").textValue())
                .flatMap(end -> Casts.time(Paths.NODES.textNode(end))).filter(end -> end.isBefore(database.instant())).isPresent();
    }

    /** Whether a document is inside the caller's organisation. */
    boolean sees(Model model, ObjectNode document) {
        String field = model == Model.ORGANISATION ? "_id" : "organisation";
        return organisation().equals(Optional.ofNullable(document.path(field).textValue()));
    }
}
