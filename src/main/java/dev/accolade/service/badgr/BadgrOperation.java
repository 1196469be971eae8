package dev.accolade.service.badgr;

import dev.accolade.service.http.Operation;

/** What {@code badgr:} can do, by the name in the address. */
enum BadgrOperation implements Operation {
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
        return Operation.of(BadgrOperation.class, "badgr", text);
    }

    @Override
    public String text() {
        return text;
    }
}
