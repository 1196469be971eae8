package dev.accolade.properties;

import dev.accolade.service.badgr.Assertion;
import dev.accolade.service.badgr.IssueRequest;
import dev.accolade.service.badgr.RevokeRow;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A Badgr in memory: refuses a second live award of a class to an address, and revokes for good. */
final class FakeBadgr extends Fake {

    static final String SELF = "accolade";
    static final String OTHERS = "others";

    final Map<String, Assertion> assertions = new LinkedHashMap<>();

    FakeBadgr(Clock clock) {
        super(clock);
    }

    @Override
    boolean isLive(String id) {
        return assertions.get(id).isLive(clock.instant());
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
        Optional<Assertion> made = there ? Optional.empty() : Optional.of(add(request.badgeClassId(), request.recipientEmail(), SELF, request.issuedOn().orElse(clock.instant()), request.expires()));
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
        did(id, Set.of());
        loseAnswer();
        return assertions.get(id);
    }

    Assertion add(String badgeClass, String recipient, String by) {
        return add(badgeClass, recipient, by, clock.instant(), Optional.empty());
    }

    private Assertion add(String badgeClass, String recipient, String by, Instant issuedOn, Optional<Instant> expires) {
        Instant now = clock.instant();
        Assertion made = new Assertion("assertion-" + assertions.size(), badgeClass, "issuer", Optional.of(by), recipient, "email", issuedOn, now, expires, false,
                Optional.empty(), "Unaccepted", Optional.empty(), List.of(), Optional.empty());
        assertions.put(made.entityId(), made);
        if (by.equals(SELF) && current != null) {
            did(made.entityId(), Set.of());
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
            did(id, Set.of(found.badgeClassId()));
        }
        loseAnswer();
        return new ArrayList<>(List.of(new RevokeRow(id, outcome, "")));
    }
}
