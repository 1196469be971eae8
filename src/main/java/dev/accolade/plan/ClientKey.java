package dev.accolade.plan;

import dev.accolade.model.Authority;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The look-up key under which one of our clients is found again, also by a ledger that knows nothing of it. */
public final class ClientKey {

    /** What every key of ours begins with: by it ours are told from theirs. */
    public static final String PREFIX = "accolade-";

    private ClientKey() {}

    /** The same for the same store and agent, on every machine; no secret, for the client's secret is another. */
    public static String of(String storeId, Authority.Identifier identifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest((storeId + "\n" + identifier).getBytes(StandardCharsets.UTF_8));
            return PREFIX + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException("SHA-256 is missing from this Java", everyJavaHasIt);
        }
    }
}
