package dev.accolade.properties;

import dev.accolade.ledger.Claim;
import dev.accolade.service.badgr.Assertion;
import dev.accolade.service.badgr.IssueRequest;
import dev.accolade.service.badgr.RevokeRow;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Effect;
import dev.accolade.service.http.ServiceException.Turn;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Badgr in memory: refuses a second live award of a class to an address, revokes for good, and does what it is told to go wrong. */
public final class FakeBadgr {

    /** How the next call ends. */
    public enum Mood { WELL, REFUSES, BUSY, LOSES_REQUEST, LOSES_ANSWER, ANSWERS_LATE }

    /** What a call of ours really changed, and for which claim. */
    record Deed(Claim claim, String assertion, Instant at) {}

    static final String SELF = "accolade";
    static final String OTHERS = "others";

    private final Clock clock;
    final Map<String, Assertion> assertions = new LinkedHashMap<>();
    final List<Deed> deeds = new ArrayList<>();
    Mood mood = Mood.WELL;
    Claim current;

    public FakeBadgr(Clock clock) {
        this.clock = clock;
    }

    List<Assertion> live() {
        return assertions.values().stream().filter(one -> one.isLive(clock.instant())).toList();
    }

    List<Assertion> find(String badgeClass, String recipient) {
        fail();
        return assertions.values().stream().filter(one -> one.badgeClassId().equals(badgeClass) && one.recipient().equals(recipient)).toList();
    }

    /** Empty when it refuses a duplicate. */
    Optional<Assertion> issue(IssueRequest request) {
        fail();
        boolean there = live().stream().anyMatch(one -> one.badgeClassId().equals(request.badgeClassId()) && one.recipient().equals(request.recipientEmail()));
        Optional<Assertion> made = there ? Optional.empty() : Optional.of(add(request.badgeClassId(), request.recipientEmail(), SELF, request.expires()));
        loseAnswer();
        return made;
    }

    Assertion get(String id) {
        fail();
        return assertions.get(id);
    }

    /** Moves its end; whether it is live or not, as the real one does. */
    Assertion renew(String id, Instant end) {
        fail();
        Assertion found = assertions.get(id);
        assertions.put(id, new Assertion(id, found.badgeClassId(), found.issuerId(), found.createdBy(), found.recipient(), "email", found.issuedOn(), found.createdAt(),
                Optional.of(end), found.revoked(), found.revocationReason(), found.acceptance(), Optional.empty(), List.of(), Optional.empty()));
        deeds.add(new Deed(current, id, clock.instant()));
        loseAnswer();
        return assertions.get(id);
    }

    Assertion add(String badgeClass, String recipient, String by) {
        return add(badgeClass, recipient, by, Optional.empty());
    }

    private Assertion add(String badgeClass, String recipient, String by, Optional<Instant> expires) {
        Instant now = clock.instant();
        Assertion made = new Assertion("assertion-" + assertions.size(), badgeClass, "issuer", Optional.of(by), recipient, "email", now, now, expires, false,
                Optional.empty(), "Unaccepted", Optional.empty(), List.of(), Optional.empty());
        assertions.put(made.entityId(), made);
        if (by.equals(SELF) && current != null) {
            deeds.add(new Deed(current, made.entityId(), now));
        }
        return made;
    }

    List<RevokeRow> revoke(String id) {
        fail();
        Assertion found = assertions.get(id);
        RevokeRow.Outcome outcome = found == null ? RevokeRow.Outcome.NOT_FOUND_OR_NO_RIGHT : found.revoked() ? RevokeRow.Outcome.ALREADY_REVOKED : RevokeRow.Outcome.REVOKED;
        if (outcome == RevokeRow.Outcome.REVOKED) {
            assertions.put(id, new Assertion(id, found.badgeClassId(), found.issuerId(), found.createdBy(), found.recipient(), "email", found.issuedOn(), found.createdAt(),
                    found.expires(), true, Optional.of("revoked"), found.acceptance(), Optional.empty(), List.of(), Optional.empty()));
            deeds.add(new Deed(current, id, clock.instant()));
        }
        loseAnswer();
        return new ArrayList<>(List.of(new RevokeRow(id, outcome, "")));
    }

    private void fail() {
        if (mood == Mood.REFUSES) {
            throw new ServiceException(Turn.NEVER, Effect.NONE, 400, null, "refused", null);
        }
        if (mood == Mood.BUSY) {
            throw new ServiceException(Turn.LATER, Effect.NONE, 503, null, "busy", null);
        }
        if (mood == Mood.LOSES_REQUEST) {
            throw new ServiceException(Turn.LATER, Effect.POSSIBLE, 0, null, "no answer", null);
        }
    }

    private void loseAnswer() {
        if (mood == Mood.LOSES_ANSWER) {
            throw new ServiceException(Turn.LATER, Effect.POSSIBLE, 0, null, "no answer", null);
        }
    }
}
