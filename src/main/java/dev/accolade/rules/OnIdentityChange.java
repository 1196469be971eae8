package dev.accolade.rules;

/** What happens to a badge when its person no longer has the e-mail it was awarded to. */
public enum OnIdentityChange {
    /** It stays where it is, and is listed. */
    KEEP,
    /** It is revoked and, once that is certain, issued to the new e-mail with its first date. */
    REISSUE
}
