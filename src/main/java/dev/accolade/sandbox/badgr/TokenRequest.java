package dev.accolade.sandbox.badgr;

import dev.accolade.sandbox.Call;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The form of a token request; a body of another content type is not read at all.
 *
 * @param named       the client was named, in the form or by Basic
 * @param bare        neither client, grant type nor scope was given, so all three take their default
 * @param basicSecret the secret that came by Basic
 */
record TokenRequest(Map<String, List<String>> form, String clientId, boolean named, boolean bare, Optional<String> basicSecret) {

    static TokenRequest of(Call call, Settings settings) {
        boolean readable = call.header("Content-Type").orElse("").startsWith("application/x-www-form-urlencoded");
        Map<String, List<String>> form = readable ? call.form() : Map.of();
        Optional<String[]> basic = basic(call);
        Optional<String> client = first(form, "client_id").or(() -> basic.map(pair -> pair[0]));
        boolean bare = !form.containsKey("client_id") && !form.containsKey("grant_type") && !form.containsKey("scope");
        return new TokenRequest(form, client.orElse(settings.defaultClient()), client.isPresent(), bare, basic.map(pair -> pair[1]));
    }

    private static Optional<String[]> basic(Call call) {
        String header = call.header("Authorization").orElse("");
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            String pair = new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
            return pair.contains(":") ? Optional.of(pair.split(":", 2)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    String grantType() {
        return bare ? "password" : value("grant_type");
    }

    Set<String> scopes() {
        return TokenEndpoint.scopes(value("scope"));
    }

    Optional<String> secret() {
        return basicSecret.or(() -> first(form, "client_secret"));
    }

    boolean has(String name) {
        return !value(name).isEmpty();
    }

    /** Empty text when absent. */
    String value(String name) {
        return first(form, name).orElse("");
    }

    private static Optional<String> first(Map<String, List<String>> form, String name) {
        return form.getOrDefault(name, List.of()).stream().findFirst().filter(value -> !value.isEmpty());
    }

    @Override
    public String toString() {
        return "TokenRequest[" + grantType() + " of " + clientId + "]";
    }
}
