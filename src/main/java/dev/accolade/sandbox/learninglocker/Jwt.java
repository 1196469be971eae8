package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.Call;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signed tokens (HS256) of this process. Safe for several threads. */
final class Jwt {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEADER = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));

    private final byte[] key;

    /** @param key any text */
    Jwt(String key) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    /** The token of a request: a Bearer header, else the parameter {@code access_token}. */
    static Optional<String> sent(Call call) {
        return call.header("Authorization").filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7)).map(value -> value.substring(7).trim())
                .or(() -> call.parameter("access_token"));
    }

    /** A token that says this, from now until then. */
    String issue(ObjectNode payload, Instant now, Instant end) {
        ObjectNode dated = payload.deepCopy().put("iat", now.getEpochSecond()).put("exp", end.getEpochSecond());
        String signed = HEADER + "." + encoded(dated.toString().getBytes(StandardCharsets.UTF_8));
        return signed + "." + encoded(signature(signed));
    }

    /** What a token says; empty when it is none of ours, was altered, or has ended. */
    Optional<JsonNode> read(String token, Instant now) {
        int dot = token.lastIndexOf('.');
        if (dot < 0 || !token.startsWith(HEADER + ".") || dot < HEADER.length() + 1) {
            return Optional.empty();
        }
        try {
            String signed = token.substring(0, dot);
            if (!MessageDigest.isEqual(Base64.getUrlDecoder().decode(token.substring(dot + 1)), signature(signed))) {
                return Optional.empty();
            }
            JsonNode payload = JSON.readTree(Base64.getUrlDecoder().decode(signed.substring(HEADER.length() + 1)));
            return Optional.of(payload).filter(said -> said.path("exp").asLong() > now.getEpochSecond());
        } catch (IllegalArgumentException | IOException none) {
            return Optional.empty();
        }
    }

    private byte[] signature(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this runtime has no HmacSHA256", impossible);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
