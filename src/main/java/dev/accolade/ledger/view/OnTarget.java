package dev.accolade.ledger.view;

/**
 * What is on one badge class or store, as of the last time it was listed whole.
 *
 * @param ours       live, made by us
 * @param theirs     live, made by others
 * @param unentered  ours that stand for no live grant, and theirs that a plan is about to enter
 * @param duplicates things beyond the first that one person has
 * @param orphans    made by us, and nobody has earned them
 * @param others     differences of any other kind
 */
public record OnTarget(String target, String objectId, String objectName, long ours, long theirs, long unentered, long duplicates, long orphans, long others) {

    /** Whether there is anything about it that a person should know. */
    public boolean isRemarkable() {
        return theirs > 0 || unentered > 0 || duplicates > 0 || orphans > 0 || others > 0;
    }

    public String sentence() {
        return ours + " made by us, " + theirs + " by others" + (unentered > 0 ? ", " + unentered + " of them not entered yet" : "") + "; " + duplicates + " there twice, "
                + orphans + " of ours that nobody has earned" + (others > 0 ? ", " + others + " changed by somebody else" : "");
    }
}
