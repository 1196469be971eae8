package dev.accolade.plan;

import dev.accolade.model.ChangeKind;
import dev.accolade.model.ChangeState;
import dev.accolade.model.Desired;
import dev.accolade.model.Person;
import dev.accolade.model.Reason;
import dev.accolade.rules.OnIdentityChange;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A badge whose person no longer has the address it was awarded to.
 *
 * <p>Reissuing is two changes under one plan: this one revokes, and says in what is desired how the badge is to come back; the other is made
 * by the settlement that knows for certain that it is revoked. So there are never two.
 */
final class Readdressing {

    static final String REASON = "Issued again to the holder's present address";

    private Readdressing() {}

    /** Whether none of the person's members has the badge's address any more, and another one is known. */
    static boolean isOnOlderAddress(Person person, Grant grant) {
        return person.email().isPresent() && grant.shown() instanceof Desired.Badge badge && badge.recipient().filter(address -> !person.has(address)).isPresent();
    }

    /** One rule that says keep keeps; theirs is never touched. */
    static boolean isWanted(Wanted wanted, Grant grant) {
        return grant.ours() && wanted.rules().stream().allMatch(rule -> rule.onIdentityChange() == OnIdentityChange.REISSUE);
    }

    static PlannedChange revoke(Wanted wanted, Grant grant, Instant now) {
        Map<String, String> evidence = new TreeMap<>(wanted.evidence());
        evidence.put("reason", REASON);
        return new PlannedChange(grant.key(), wanted.rule().award().objectName(), grant.generation(), ChangeKind.REVOKE, ChangeState.PLANNED, Optional.empty(),
                Optional.empty(), ((Desired.Badge) wanted.desired()).again(grant.past().issuedOn().orElse(now), grant.end()), Optional.of(grant.remoteId()), true, wanted.rule().id(),
                wanted.rule().line(), wanted.earnedBy(), Reason.READDRESSED, evidence);
    }

    /** What ended for this alone is issued as of the day it was first issued, however often that happens. */
    static Optional<Instant> firstIssued(Optional<Grant> last) {
        return last.filter(grant -> !grant.live() && grant.endedWhy().filter(Reason.READDRESSED::equals).isPresent()).flatMap(grant -> grant.past().issuedOn());
    }
}
