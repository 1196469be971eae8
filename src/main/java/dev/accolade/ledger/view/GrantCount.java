package dev.accolade.ledger.view;

/**
 * The grants of one badge class or store.
 *
 * @param objectName how rules call it; its id when no rule does any more
 * @param ours       live, made by us
 * @param theirs     live, made by somebody else and never changed by us
 * @param ended      generations that have ended
 * @param unsure     changes under way or of unknown outcome: what the target has is known when they are settled
 */
public record GrantCount(String target, String objectId, String objectName, long ours, long theirs, long ended, long unsure) {}
