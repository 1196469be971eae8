package dev.accolade.service.learninglocker;

import dev.accolade.service.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Key and secret of a client.
 *
 * @param key    {@code api.basic_key}
 * @param secret {@code api.basic_secret}; never shown
 */
public record Login(String key, String secret) {

    /** @throws IllegalArgumentException when the server could not read the two, without their values */
    public Login {
        if (key == null || key.isBlank() || secret == null || secret.isBlank()) {
            throw new IllegalArgumentException("a login needs both a key and a secret");
        }
        if (key.contains(":") || secret.contains(":")) {
            throw new IllegalArgumentException("the key or the secret holds a colon, and Learning Locker reads them only up to there; rotate the secret");
        }
    }

    /** Sent unasked: the server sends no challenge. The scheme is written the only way that both services read. */
    Request sign(Request request) {
        return request.with("Authorization", header()).with("Accept", "application/json");
    }

    String header() {
        return "Basic " + Base64.getEncoder().encodeToString((key + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Login[not shown]";
    }
}
