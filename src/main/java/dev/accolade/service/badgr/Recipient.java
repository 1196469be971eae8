package dev.accolade.service.badgr;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who gets a badge.
 *
 * @param identity as Badgr stores it: an e-mail in lower case, the host of a URL in lower case, all else letter by letter; put so here, because Badgr
 *                 looks for duplicates before it does so itself
 * @param hashed   whether the public page shows a hash instead; empty leaves it to Badgr, which hashes e-mails and telephone numbers
 */
public record Recipient(Type type, String identity, Optional<Boolean> hashed) {

    private static final Pattern HOST = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*://[^/?#]*)(.*)$", Pattern.DOTALL);

    /** What an identity is. */
    public enum Type {
        EMAIL("email"), URL("url"), OPEN_BADGE_ID("openBadgeId"), TELEPHONE("telephone");

        private final String text;

        Type(String text) {
            this.text = text;
        }

        /** As Badgr writes it. */
        public String text() {
            return text;
        }
    }

    public Recipient {
        requireNonNull(type, "type is null");
        requireNonNull(hashed, "hashed is null");
        identity = normal(type, requireNonNull(identity, "identity is null").strip());
        if (identity.isEmpty()) {
            throw new IllegalArgumentException("the recipient's identity is empty");
        }
    }

    public static Recipient email(String address) {
        return new Recipient(Type.EMAIL, address, Optional.empty());
    }

    public static Recipient of(Type type, String identity) {
        return new Recipient(type, identity, Optional.empty());
    }

    /** The same with or without a hash on the public page. */
    public Recipient hashed(boolean shownAsHash) {
        return new Recipient(type, identity, Optional.of(shownAsHash));
    }

    private static String normal(Type type, String identity) {
        if (type == Type.EMAIL) {
            return identity.toLowerCase(Locale.ROOT);
        }
        Matcher host = HOST.matcher(identity);
        return type == Type.URL && host.matches() ? host.group(1).toLowerCase(Locale.ROOT) + host.group(2) : identity;
    }

    /** The type alone: the identity is personal. */
    @Override
    public String toString() {
        return "Recipient[" + type.text + "]";
    }
}
