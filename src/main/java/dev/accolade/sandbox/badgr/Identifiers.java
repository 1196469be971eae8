package dev.accolade.sandbox.badgr;

import java.net.IDN;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Identifiers that Badgr makes, and the rules for those it is given. */
final class Identifiers {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern EMAIL = Pattern.compile("[-!#$%&'*+/=?^_`{}|~0-9A-Za-z]+(?:\\.[-!#$%&'*+/=?^_`{}|~0-9A-Za-z]+)*"
            + "@((?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9-]{2,63}|localhost|\\[[0-9A-Fa-f:.]+])");
    private static final Pattern URL = Pattern.compile("((?:https?|ftps?)://(?:[^\\s:@/]+(?::[^\\s:@/]*)?@)?)"
            + "((?:\\d{1,3}\\.){3}\\d{1,3}|\\[[0-9a-f:.]+]|(?:[a-z0-9\\u00a1-\\uffff](?:[a-z0-9\\u00a1-\\uffff-]{0,61}[a-z0-9\\u00a1-\\uffff])?\\.)+"
            + "[a-z0-9\\u00a1-\\uffff-]{2,63}\\.?|localhost)((?::\\d{2,5})?(?:[/?#]\\S*)?)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TELEPHONE = Pattern.compile("\\+?[1-9]\\d{1,14}");

    private Identifiers() {
    }

    /** A random UUID as URL-safe base64 without padding: 22 characters. */
    static String entity() {
        UUID random = UUID.randomUUID();
        byte[] bytes = ByteBuffer.allocate(16).putLong(random.getMostSignificantBits()).putLong(random.getLeastSignificantBits()).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Text of an access or refresh token: 30 letters and digits. */
    static String token() {
        StringBuilder text = new StringBuilder(30);
        for (int i = 0; i < 30; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** 32 hex digits. */
    static String hex() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** {@code sha256$} and the digest of the identity immediately followed by the salt. */
    static String hash(String identity, String salt) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest((identity + salt).getBytes(StandardCharsets.UTF_8));
            return "sha256$" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** Non-ASCII is refused before the {@code @}, and read as an international name behind it. */
    static boolean isEmail(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1) {
            return false;
        }
        try {
            return EMAIL.matcher(text.substring(0, at + 1) + IDN.toASCII(text.substring(at + 1))).matches();
        } catch (IllegalArgumentException noDomain) {
            return false;
        }
    }

    static boolean isUrl(String text) {
        return URL.matcher(text).matches();
    }

    static boolean isTelephone(String text) {
        return TELEPHONE.matcher(text).matches();
    }

    /** The URL with its host in lower case; empty when it is none. */
    static Optional<String> urlWithLowerHost(String text) {
        Matcher url = URL.matcher(text);
        return url.matches() ? Optional.of((url.group(1) + url.group(2)).toLowerCase(Locale.ROOT) + url.group(3)) : Optional.empty();
    }
}
