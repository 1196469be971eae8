package dev.accolade.model;

/** What changed under a grant without its person or its rule having done anything: nobody loses it by that alone. */
public enum Recast {
    /** Two persons turned out to be one. */
    JOINED,
    /** One person turned out to be two. */
    SPLIT,
    /** An operator said that a group is now another one. */
    REGROUPED;

    public String sentence() {
        return switch (this) {
            case JOINED -> "two persons were joined";
            case SPLIT -> "the person was found to be two";
            case REGROUPED -> "its group is now another one, as an operator said";
        };
    }
}
