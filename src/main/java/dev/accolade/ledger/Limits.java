package dev.accolade.ledger;

/**
 * How much may change on one target in a rolling day before a person has to say yes.
 *
 * @param awardsPerDay   awards on the whole target
 * @param removalsPerDay removals on the whole target
 * @param removalShare   removals on one badge class or store, as a part between 0 and 1 of what was live on it
 * @param alwaysAllowed  removals on one badge class or store that are allowed whatever the share says: a class of three may lose one
 * @param firstAwards    awards to addresses that never had anything on the target; 0 for no limit of their own
 */
public record Limits(int awardsPerDay, int removalsPerDay, double removalShare, int alwaysAllowed, int firstAwards) {

    public Limits {
        if (awardsPerDay < 0 || removalsPerDay < 0 || alwaysAllowed < 0 || firstAwards < 0 || removalShare < 0 || removalShare > 1) {
            throw new IllegalArgumentException("a limit is negative, or a share is not between 0 and 1");
        }
    }

    public Limits(int awardsPerDay, int removalsPerDay, double removalShare, int alwaysAllowed) {
        this(awardsPerDay, removalsPerDay, removalShare, alwaysAllowed, 0);
    }
}
