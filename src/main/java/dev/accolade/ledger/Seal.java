package dev.accolade.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals texts that must not stand in the ledger in the clear (AES-256-GCM); the key is in a file of its own. */
public final class Seal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String HMAC = "HmacSHA256";

    private final SecretKey key;
    private final SecretKey hashKey;
    private final SecureRandom random = new SecureRandom();

    private Seal(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
        this.hashKey = new SecretKeySpec(hash(new SecretKeySpec(key, HMAC), "erased"), HMAC);
    }

    /**
     * Reads the key, or makes one that only this user can read.
     *
     * @throws LedgerException when the file holds something else, or cannot be read or made
     */
    public static Seal of(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (!Files.exists(file)) {
                create(file);
            }
            byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
            if (key.length != 32) {
                throw new IllegalArgumentException(key.length + " bytes instead of 32");
            }
            return new Seal(key);
        } catch (IOException | IllegalArgumentException unusable) {
            throw new LedgerException("The key file " + file + " cannot be used (" + unusable.getClass().getSimpleName()
                    + "). Nothing was started. Put back the key that sealed the stored tokens; with another key they cannot be opened.", unusable);
        }
    }

    private static void create(Path file) throws IOException {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        Path whole = Files.createTempFile(file.toAbsolutePath().getParent(), "key", ".new");
        Files.writeString(whole, HexFormat.of().formatHex(key) + "\n");
        try {
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException otherProcessMadeIt) {
            // Its key is as good, and the only one from now on.
            return;
        } finally {
            Files.delete(whole);
        }
    }

    public byte[] seal(String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    }

    /** @throws LedgerException when it was sealed with another key, or was changed */
    public String open(byte[] sealed) {
        byte[] nonce = java.util.Arrays.copyOf(sealed, NONCE_BYTES);
        byte[] rest = java.util.Arrays.copyOfRange(sealed, Math.min(NONCE_BYTES, sealed.length), sealed.length);
        return new String(run(Cipher.DECRYPT_MODE, nonce, rest), StandardCharsets.UTF_8);
    }

    /** A hash that nobody can compute without the key; under a key of its own, derived from it. */
    byte[] hash(String text) {
        return hash(hashKey, text);
    }

    private static byte[] hash(SecretKey key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException("HMAC-SHA-256 is missing from this Java", everyJavaHasIt);
        }
    }

    private byte[] run(int mode, byte[] nonce, byte[] data) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException | ProviderException wrongKey) {
            throw new LedgerException("A stored token cannot be opened with the key file in use. It was not used. Put back the key that sealed it, or log in again with: accolade token login.",
                    wrongKey);
        }
    }
}
