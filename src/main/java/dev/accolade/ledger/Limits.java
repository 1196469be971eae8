package dev.accolade.ledger;

/**
 * How much may change on one target before a person has to say yes.
 *
 * @param awardsPerDay   awards on the whole target in a rolling day
 * @param removalsPerDay removals on the whole target in a rolling day
 * @param removalShare   removals on one badge class or store in a rolling day, as a part between 0 and 1 of what was live on it
 * @param monthlyShare   the same in thirty rolling days: a leak that stays below each day's limit is noticed
 * @param alwaysAllowed  removals on one badge class or store that are allowed in a day whatever the share says, and three times as many in
 *                       thirty days: a class of three may lose one
 */
public record Limits(int awardsPerDay, int removalsPerDay, double removalShare, double monthlyShare, int alwaysAllowed) {

    public Limits {
        if (awardsPerDay < 0 || removalsPerDay < 0 || alwaysAllowed < 0 || !isShare(removalShare) || !isShare(monthlyShare)) {
            throw new IllegalArgumentException("a limit is negative, or a share is not between 0 and 1");
        }
    }

    private static boolean isShare(double share) {
        return share >= 0 && share <= 1;
    }

    /** @param live how many were live when the day began */
    int removalsInADay(int live) {
        return Math.max(alwaysAllowed, (int) Math.floor(removalShare * live));
    }

    /** @param live how many were live when the thirty days began */
    int removalsInAMonth(int live) {
        return Math.max((int) Math.min(Integer.MAX_VALUE, 3L * alwaysAllowed), (int) Math.floor(monthlyShare * live));
    }
}
