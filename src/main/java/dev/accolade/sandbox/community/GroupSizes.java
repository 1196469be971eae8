package dev.accolade.sandbox.community;

import java.util.Arrays;

/** Sizes of groups as in real life: a few large ones, many small ones. */
final class GroupSizes {

    /** The flatter, the less the largest group has. */
    private static final double SKEW = 0.8;

    private GroupSizes() {
    }

    /**
     * Sizes in falling order that add up to about {@code memberships}, each between 1 and {@code largest}.
     *
     * <p>What a group at its limit cannot take goes to the others in proportion.
     */
    static int[] of(int groups, int largest, long memberships) {
        double[] weights = new double[groups];
        Arrays.setAll(weights, i -> Math.pow(i + 2.0, -SKEW));
        int[] sizes = new int[groups];
        long left = memberships;
        for (int full = 0; full < groups; full++) {
            double rest = 0;
            for (int i = full; i < groups; i++) {
                rest += weights[i];
            }
            long share = Math.round(left * weights[full] / rest);
            sizes[full] = (int) Math.max(1, Math.min(largest, share));
            left -= sizes[full];
        }
        return sizes;
    }
}
