package dev.accolade.service.badgr;

import java.util.Locale;
import java.util.Optional;

/**
 * Which assertions of a badge class or an issuer.
 *
 * @param recipient one person's only, by e-mail, which is put into lower case here, or by another identity, which is not; empty for all
 */
public record AssertionFilter(boolean includeRevoked, boolean includeExpired, Optional<String> recipient) {

    public AssertionFilter {
        recipient = recipient.map(String::strip).map(text -> text.contains("://") ? text : text.toLowerCase(Locale.ROOT));
    }

    /** All there are. */
    public static AssertionFilter everything() {
        return new AssertionFilter(true, true, Optional.empty());
    }

    /** All that one person holds or held. */
    public static AssertionFilter everythingOf(String recipient) {
        return new AssertionFilter(true, true, Optional.of(recipient));
    }

    @Override
    public String toString() {
        return "AssertionFilter[revoked " + includeRevoked + ", expired " + includeExpired + (recipient.isPresent() ? ", one recipient]" : "]");
    }
}
