package dev.accolade.service.badgr;

import java.util.List;
import java.util.stream.Stream;

/** What {@code badgr:} can do, by the name in the address. */
enum BadgrOperation {
    CHECK("check"),
    ACCOUNT("account"),
    ISSUERS("issuers"),
    ISSUER_BY_NAME("issuerByName"),
    BADGE_CLASSES("badgeClasses"),
    BADGE_CLASS_BY_NAME("badgeClassByName"),
    ASSERTIONS_OF_BADGE_CLASS("assertionsOfBadgeClass"),
    ASSERTIONS_BY_RECIPIENT("assertionsByRecipient"),
    ASSERTION("assertion"),
    ISSUE_ASSERTION("issueAssertion"),
    ISSUE_ASSERTIONS("issueAssertions"),
    REVOKE_ASSERTIONS("revokeAssertions");

    /** The same names for the catalog, which needs a constant. */
    static final String NAMES = "check,account,issuers,issuerByName,badgeClasses,badgeClassByName,assertionsOfBadgeClass,assertionsByRecipient,"
            + "assertion,issueAssertion,issueAssertions,revokeAssertions";

    private final String text;

    BadgrOperation(String text) {
        this.text = text;
    }

    static BadgrOperation of(String text) {
        return Stream.of(values()).filter(one -> one.text.equals(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("badgr has no operation '" + text + "'; it has " + names() + "."));
    }

    static List<String> names() {
        return Stream.of(values()).map(one -> one.text).toList();
    }
}
