package dev.accolade.service.fas;

import static java.util.Objects.requireNonNull;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The address of a picture of somebody.
 *
 * @param service  that keeps the picture
 * @param size     32, 64 or 140 pixels
 * @param fallback address of what is shown of those without a picture; empty for the community's sign in this size
 */
public record Avatar(Service service, int size, Optional<String> fallback) {

    /** Who keeps pictures. */
    public enum Service {
        /** Knows people by the address of their account's own page. */
        LIBRAVATAR("SHA-256", "https://seccdn.libravatar.org/avatar/"),
        /** Knows people by e-mail. */
        GRAVATAR("MD5", "http://www.gravatar.com/avatar/");

        private final String digest;
        private final String base;

        Service(String digest, String base) {
            this.digest = digest;
            this.base = base;
        }

        /** @throws IllegalArgumentException when it is neither {@code libravatar} nor {@code gravatar} */
        static Service of(String word) {
            return Arrays.stream(values()).filter(service -> service.name().toLowerCase(Locale.ROOT).equals(word)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no avatar service '" + word + "'; there are libravatar and gravatar."));
        }
    }

    static final int USUAL_SIZE = 64;
    private static final List<Integer> SIZES = List.of(32, 64, 140);
    /** What the Python client takes for the e-mail of somebody without any. */
    private static final String NO_EMAIL = "no_email";

    /** @throws IllegalArgumentException when there is no such size */
    public Avatar {
        requireNonNull(service, "service is null");
        requireNonNull(fallback, "fallback is null");
        if (!SIZES.contains(size)) {
            throw new IllegalArgumentException("An avatar has one of the sizes " + SIZES + ", not " + size + ".");
        }
    }

    /** Needs no e-mail: the name stands in for it. */
    public String withoutLookUp(String username) {
        return service == Service.LIBRAVATAR ? address("http://" + username.toLowerCase(Locale.ROOT) + ".id.fedoraproject.org/")
                : address(username + "@fedoraproject.org");
    }

    /** @param email as FAS2 has it, neither trimmed nor in small letters; empty for nobody's picture */
    public String ofEmail(Optional<String> email) {
        return address(email.orElse(NO_EMAIL));
    }

    private String address(String identity) {
        String shown = fallback.filter(text -> !text.isEmpty())
                .orElse("http://fedoraproject.org/static/images/fedora_infinity_" + size + "x" + size + ".png");
        return service.base + hash(identity) + "?s=" + size + "&d=" + URLEncoder.encode(shown, StandardCharsets.UTF_8).replace("*", "%2A")
                .replace("%7E", "~");
    }

    private String hash(String identity) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(service.digest).digest(identity.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java runtime has " + service.digest, never);
        }
    }
}
