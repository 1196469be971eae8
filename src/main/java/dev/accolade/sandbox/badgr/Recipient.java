package dev.accolade.sandbox.badgr;

/**
 * Who holds an assertion.
 *
 * @param identity as stored
 * @param type     {@code email}, {@code url}, {@code openBadgeId} or {@code telephone}
 * @param hashed   whether the public page shows only a hash
 * @param salt     32 hex digits; empty unless hashed
 * @param shown    what the public page shows: the hash, or the identity itself
 */
record Recipient(String identity, String type, boolean hashed, String salt, String shown) {

    static Recipient of(String identity, String type, boolean hashed) {
        String salt = hashed ? Identifiers.hex() : "";
        return new Recipient(identity, type, hashed, salt, hashed ? Identifiers.hash(identity, salt) : identity);
    }

    @Override
    public String toString() {
        return "Recipient[" + type + "]";
    }
}
