package dev.accolade.service.badgr;

import java.util.Optional;

/**
 * What became of one award of a batch.
 *
 * @param assertion what the recipient has now; empty where nothing was made or nobody knows
 * @param message   why it was not issued, without anything personal; empty where it was
 */
public record IssueRow(IssueRequest request, Outcome outcome, Optional<Assertion> assertion, String message) {

    /** How it ended. */
    public enum Outcome {
        ISSUED,
        /** The answer was a failure or got lost; a look showed that the award is there. */
        FOUND,
        /** The recipient holds the badge already, and a second one was not allowed. */
        DUPLICATE,
        /** Badgr does not accept this award; sending it again is pointless. */
        REFUSED,
        /** Badgr failed before it came to this one; send it again later. */
        NOT_MADE,
        /** The answer got lost and the award was not there when looked for; Badgr may still be at work. Look again before sending again. */
        UNKNOWN
    }

    /** Whether the award is there because of this batch. */
    public boolean isMade() {
        return outcome == Outcome.ISSUED || outcome == Outcome.FOUND;
    }

    @Override
    public String toString() {
        return "IssueRow[" + outcome + assertion.map(made -> " " + made.entityId()).orElse("") + "]";
    }
}
