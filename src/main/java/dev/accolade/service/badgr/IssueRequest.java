package dev.accolade.service.badgr;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A badge to be awarded.
 *
 * @param badgeClassId         entityId
 * @param recipientEmail       put into lower case here, because Badgr looks for duplicates before it does so itself
 * @param narrative            Markdown; blank counts as empty, which is what Badgr accepts
 * @param issuedOn             empty for the server's now; a time in the server's future is refused
 * @param expires              empty for ever; Badgr never computes it from the badge class
 * @param notifyRecipient asks Badgr to send the recipient an e-mail; the first award ever to an address may send one anyway
 * @param allowDuplicateAwards false has Badgr refuse a second live assertion of this class for this person
 */
public record IssueRequest(String badgeClassId, String recipientEmail, Optional<String> narrative, List<Evidence> evidence,
                           Optional<Instant> issuedOn, Optional<Instant> expires, boolean notifyRecipient, boolean allowDuplicateAwards) {

    public IssueRequest {
        requireNonNull(badgeClassId, "badgeClassId is null");
        recipientEmail = requireNonNull(recipientEmail, "recipientEmail is null").strip().toLowerCase(Locale.ROOT);
        if (!recipientEmail.contains("@")) {
            throw new IllegalArgumentException("recipientEmail is not an e-mail address");
        }
        narrative = narrative.filter(text -> !text.isBlank());
        evidence = List.copyOf(evidence);
        requireNonNull(issuedOn, "issuedOn is null");
        requireNonNull(expires, "expires is null");
    }

    /** Without text, evidence or times; no e-mail; duplicates refused. */
    public static IssueRequest of(String badgeClassId, String recipientEmail) {
        return new IssueRequest(badgeClassId, recipientEmail, Optional.empty(), List.of(), Optional.empty(), Optional.empty(), false, false);
    }

    public IssueRequest withNarrative(String text) {
        return new IssueRequest(badgeClassId, recipientEmail, Optional.of(text), evidence, issuedOn, expires, notifyRecipient, allowDuplicateAwards);
    }

    public IssueRequest withEvidence(List<Evidence> items) {
        return new IssueRequest(badgeClassId, recipientEmail, narrative, items, issuedOn, expires, notifyRecipient, allowDuplicateAwards);
    }

    @Override
    public String toString() {
        return "IssueRequest[badge class " + badgeClassId + "]";
    }
}
