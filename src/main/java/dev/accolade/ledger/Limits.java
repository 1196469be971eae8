package dev.accolade.ledger;

/**
 * How much may change on one target in a rolling day before a person has to say yes.
 *
 * @param awardsPerDay   awards on the whole target
 * @param removalsPerDay removals on the whole target
 * @param removalShare   removals on one badge class or store, as a part between 0 and 1 of what was live on it
 * @param alwaysAllowed  removals on one badge class or store that are allowed whatever the share says: a class of three may lose one
 */
public record Limits(int awardsPerDay, int removalsPerDay, double removalShare, int alwaysAllowed) {

    public Limits {
        if (awardsPerDay < 0 || removalsPerDay < 0 || alwaysAllowed < 0 || removalShare < 0 || removalShare > 1) {
            throw new IllegalArgumentException("a limit is negative, or a share is not between 0 and 1");
        }
    }
}
