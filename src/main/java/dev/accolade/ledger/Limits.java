package dev.accolade.ledger;

import java.util.function.IntSupplier;

/**
 * How much may change on one target before a person has to say yes.
 *
 * @param awardsPerDay   awards on the whole target in a rolling day
 * @param removalsPerDay removals on the whole target in a rolling day
 * @param removalShare   removals on one badge class or store in a rolling day, as a part between 0 and 1 of what was live on it
 * @param monthlyShare   the same in thirty rolling days: a leak that stays below each day's limit is noticed
 * @param alwaysAllowed  removals on one badge class or store that are allowed in a day whatever the share says, and three times as many in
 *                       thirty days: a class of three may lose one
 * @param narrow         what holds for one badge class or store, and for one scope
 * @param firstAwards    awards in a rolling day to addresses that never had anything on the target; 0 for no limit of their own
 */
public record Limits(int awardsPerDay, int removalsPerDay, double removalShare, double monthlyShare, int alwaysAllowed, Narrow narrow, int firstAwards) {

    /**
     * What a rolling day may see on a part of the target.
     *
     * @param awardsPerObject  awards on one badge class or store
     * @param growth           the same, as a part of what was live on it
     * @param awardsPerScope   awards that rest on rights in one scope
     * @param removalsPerScope removals that follow from one scope
     * @param scopeShare       the same, as a part between 0 and 1 of the people in that scope
     */
    public record Narrow(int awardsPerObject, Growth growth, int awardsPerScope, int removalsPerScope, double scopeShare) {

        /** Nothing beyond what holds for the whole target. */
        public static final Narrow NOTHING = new Narrow(Integer.MAX_VALUE, Growth.ANY, Integer.MAX_VALUE, Integer.MAX_VALUE, 1);

        public Narrow {
            if (awardsPerObject < 0 || awardsPerScope < 0 || removalsPerScope < 0 || !isShare(scopeShare)) {
                throw new IllegalArgumentException("a limit is negative, or a share is not between 0 and 1");
            }
        }

        /** @param live how many were live on the object when the day began; asked only where it matters */
        int awardsOn(IntSupplier live) {
            return growth.alwaysAllowed() >= awardsPerObject ? awardsPerObject : Math.min(awardsPerObject, growth.inADay(live.getAsInt()));
        }

        int removalsInScope(int people, int alwaysAllowed) {
            return Math.min(removalsPerScope, Math.max(alwaysAllowed, (int) Math.floor(scopeShare * people)));
        }
    }

    /**
     * By how much what is live on one badge class or store may grow in a rolling day.
     *
     * @param share         as a part between 0 and 1 of what was live when the day began
     * @param alwaysAllowed awards that are allowed whatever the share says: what is new begins with nobody
     */
    public record Growth(double share, int alwaysAllowed) {

        /** By any number. */
        public static final Growth ANY = new Growth(1, Integer.MAX_VALUE);

        public Growth {
            if (alwaysAllowed < 0 || !isShare(share)) {
                throw new IllegalArgumentException("a limit is negative, or a share is not between 0 and 1");
            }
        }

        private int inADay(int live) {
            return Math.max(alwaysAllowed, (int) Math.floor(share * live));
        }
    }

    public Limits {
        if (awardsPerDay < 0 || removalsPerDay < 0 || alwaysAllowed < 0 || firstAwards < 0 || !isShare(removalShare) || !isShare(monthlyShare)) {
            throw new IllegalArgumentException("a limit is negative, or a share is not between 0 and 1");
        }
    }

    public Limits(int awardsPerDay, int removalsPerDay, double removalShare, double monthlyShare, int alwaysAllowed) {
        this(awardsPerDay, removalsPerDay, removalShare, monthlyShare, alwaysAllowed, Narrow.NOTHING);
    }

    public Limits(int awardsPerDay, int removalsPerDay, double removalShare, double monthlyShare, int alwaysAllowed, Narrow narrow) {
        this(awardsPerDay, removalsPerDay, removalShare, monthlyShare, alwaysAllowed, narrow, 0);
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
