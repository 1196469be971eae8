package dev.accolade.event;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How senders of events show that they know the secret: HMAC-SHA-256 in hexadecimal over the time as text, a full stop, and the body as sent.
 *
 * @param clock to tell old events from new ones
 */
public record Signature(Clock clock) {

    /** Header with {@code sha256=<hex>}. */
    public static final String HEADER = "X-Accolade-Signature";
    /** Header with the time of sending, seconds since 1970 UTC. */
    public static final String TIME_HEADER = "X-Accolade-Time";

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String SCHEME = "sha256=";

    /** What the header must hold. */
    public static String sign(String secret, String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return SCHEME + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException("HmacSHA256 is missing from this Java", everyJavaHasIt);
        }
    }

    /** Whether signature and time are there, belong to this body and are recent. */
    boolean isGood(String secret, String time, String signature, byte[] body) {
        if (time == null || signature == null || !time.matches("\\d{1,12}")) {
            return false;
        }
        long age = Math.abs(clock.instant().getEpochSecond() - Long.parseLong(time));
        return age <= TOLERANCE.toSeconds()
                && MessageDigest.isEqual(sign(secret, time, body).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }
}
