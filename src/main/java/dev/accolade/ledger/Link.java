package dev.accolade.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * How a row of the history is tied to the one before it.
 *
 * <p>Fields count with their lengths, so that no two rows read alike; the payload counts only by its own salted digest, so that it can be
 * taken out and the chain still holds.
 */
public final class Link {

    /** What stands before the first row. */
    public static final byte[] FIRST = new byte[32];

    private Link() {}

    public static byte[] payload(byte[] salt, String payload) {
        MessageDigest digest = sha256();
        digest.update(salt);
        return digest.digest(payload.getBytes(StandardCharsets.UTF_8));
    }

    /** @param fields in the order of the table, numbers as texts; null where there is nothing */
    public static byte[] of(byte[] previous, List<String> fields, byte[] payloadDigest) {
        MessageDigest digest = sha256();
        digest.update(previous);
        for (String field : fields) {
            byte[] bytes = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(field == null ? -1 : bytes.length).array());
            digest.update(bytes);
        }
        return digest.digest(payloadDigest);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException("SHA-256 is missing from this Java", everyJavaHasIt);
        }
    }
}
