package dev.accolade.service.badgr;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A badge to be awarded.
 *
 * @param badgeClassId         entityId; empty where headers name the badge class
 * @param narrative            Markdown; blank counts as empty, which is what Badgr accepts
 * @param issuedOn             empty for the server's now; a time in the server's future is refused
 * @param expires              empty for ever; Badgr never computes it from the badge class
 * @param notifyRecipient      asks Badgr to send the recipient an e-mail; the first award ever to an address may send one anyway
 * @param allowDuplicateAwards false has Badgr refuse a second live assertion of this class for this person
 */
public record IssueRequest(String badgeClassId, Recipient recipient, Optional<String> narrative, List<Evidence> evidence,
                           Optional<Instant> issuedOn, Optional<Instant> expires, boolean notifyRecipient, boolean allowDuplicateAwards) {

    public IssueRequest {
        requireNonNull(badgeClassId, "badgeClassId is null");
        requireNonNull(recipient, "recipient is null");
        if (recipient.type() == Recipient.Type.EMAIL && !recipient.identity().contains("@")) {
            throw new IllegalArgumentException("recipientEmail is not an e-mail address");
        }
        narrative = narrative.filter(text -> !text.isBlank());
        evidence = List.copyOf(evidence);
        requireNonNull(issuedOn, "issuedOn is null");
        requireNonNull(expires, "expires is null");
    }

    /** To an e-mail address. */
    public IssueRequest(String badgeClassId, String recipientEmail, Optional<String> narrative, List<Evidence> evidence, Optional<Instant> issuedOn,
                        Optional<Instant> expires, boolean notifyRecipient, boolean allowDuplicateAwards) {
        this(badgeClassId, Recipient.email(requireNonNull(recipientEmail, "recipientEmail is null")), narrative, evidence, issuedOn, expires,
                notifyRecipient, allowDuplicateAwards);
    }

    /** Without text, evidence or times; no e-mail; duplicates refused. */
    public static IssueRequest of(String badgeClassId, String recipientEmail) {
        return of(badgeClassId, Recipient.email(recipientEmail));
    }

    /** Without text, evidence or times; no e-mail; duplicates refused. */
    public static IssueRequest of(String badgeClassId, Recipient recipient) {
        return new IssueRequest(badgeClassId, recipient, Optional.empty(), List.of(), Optional.empty(), Optional.empty(), false, false);
    }

    public IssueRequest withBadgeClass(String entityId) {
        return new IssueRequest(entityId, recipient, narrative, evidence, issuedOn, expires, notifyRecipient, allowDuplicateAwards);
    }

    public IssueRequest withNarrative(String text) {
        return new IssueRequest(badgeClassId, recipient, Optional.of(text), evidence, issuedOn, expires, notifyRecipient, allowDuplicateAwards);
    }

    public IssueRequest withEvidence(List<Evidence> items) {
        return new IssueRequest(badgeClassId, recipient, narrative, items, issuedOn, expires, notifyRecipient, allowDuplicateAwards);
    }

    public IssueRequest withTimes(Optional<Instant> issued, Optional<Instant> end) {
        return new IssueRequest(badgeClassId, recipient, narrative, evidence, issued, end, notifyRecipient, allowDuplicateAwards);
    }

    /** The same where one person may hold this badge several times. */
    public IssueRequest allowingDuplicates() {
        return new IssueRequest(badgeClassId, recipient, narrative, evidence, issuedOn, expires, notifyRecipient, true);
    }

    /** The identity of the recipient, which is an e-mail in lower case unless the recipient is of another type. */
    public String recipientEmail() {
        return recipient.identity();
    }

    @Override
    public String toString() {
        return "IssueRequest[badge class " + badgeClassId + "]";
    }
}
