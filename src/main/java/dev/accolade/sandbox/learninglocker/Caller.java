package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.Call;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Who calls.
 *
 * @param kind          what it identified itself with
 * @param client        its document as it was when the request came; empty object for a user
 * @param scopes        what it holds
 * @param organisation  the organisation it acts in; empty for a user as such, and for a client that belongs to none
 * @param organisations those a user belongs to
 */
record Caller(Kind kind, ObjectNode client, List<String> scopes, Optional<String> organisation, List<String> organisations) {

    /** What identifies a caller: key and secret, a token for one organisation, or a token of a user as such. */
    enum Kind { CLIENT, ORGANISATION, USER }

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

    /** The caller of an API request: a client, or somebody with a token of a user. */
    static Optional<Caller> of(Call call, Database database) {
        return client(call, database).or(() -> Jwt.sent(call).flatMap(database.users()::caller));
    }

    /** The client that calls: found by key alone, so of two clients with one key only the older gets in. */
    static Optional<Caller> client(Call call, Database database) {
        return Credentials.of(call).flatMap(sent -> database.of(Model.CLIENT).withKey(sent.key()).findFirst()
                .filter(client -> client.path("isTrusted").asBoolean())
                .filter(client -> sent.secret().equals(client.path("api").path("basic_secret").textValue())).map(Caller::client));
    }

    static Caller client(ObjectNode client) {
        List<String> scopes = new ArrayList<>();
        for (JsonNode held : client.path("scopes")) {
            scopes.add(held.asText());
        }
        return new Caller(Kind.CLIENT, client, scopes, Optional.ofNullable(client.path("organisation").textValue()), List.of());
    }

    boolean may(String scope) {
        return scopes.contains(scope);
    }

    /** Whether the API lets the caller work on documents of a model. */
    boolean manages(Model model, boolean reads, Database database) {
        if (may("site_admin")) {
            return true;
        }
        if (expired(database) || kind == Kind.USER) {
            return false;
        }
        boolean anyMember = model == Model.STORE && reads && kind == Kind.ORGANISATION;
        return may("all") || may(model == Model.STORE ? "org/all/store/manage" : "org/all/client/manage") || anyMember;
    }

    /** Whether the caller's organisation is past its date. */
    boolean expired(Database database) {
        return organisation.flatMap(id -> database.of(Model.ORGANISATION).find(id)).map(found -> found.path("expiration").textValue())
                .flatMap(end -> Casts.time(Paths.NODES.textNode(end))).filter(end -> end.isBefore(database.instant())).isPresent();
    }

    /** Whether a document is one that the caller's requests find. */
    boolean sees(Model model, ObjectNode document) {
        if (organisation.isEmpty() && may("site_admin")) {
            return true;
        }
        Optional<String> owner = Optional.ofNullable(document.path(model == Model.ORGANISATION ? "_id" : "organisation").textValue());
        if (kind == Kind.USER) {
            return model == Model.ORGANISATION && owner.filter(organisations::contains).isPresent();
        }
        return organisation.equals(owner) && (model != Model.ORGANISATION || kind != Kind.CLIENT || may("all"));
    }
}
