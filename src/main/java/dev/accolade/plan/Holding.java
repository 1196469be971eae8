package dev.accolade.plan;

/**
 * What a target was found to have that the ledger does not know.
 *
 * @param recipient the lower-case e-mail of an assertion, or the look-up key that a client of ours has
 * @param ours      whether the account we log in with made it
 */
public record Holding(String target, String objectId, String remoteId, String recipient, boolean ours) {}
