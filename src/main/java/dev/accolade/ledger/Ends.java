package dev.accolade.ledger;

import dev.accolade.model.Desired;
import dev.accolade.model.Reason;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** How a settled change enters when a badge ends, or that it has ended. Of the live generation of the change's person and object. */
final class Ends {

    private static final String LIVE = " where person = (select person from change where id = ?) and target = ? and object_id = ? and state = 'LIVE'";

    private Ends() {}

    /** @param why empty for the reason of the change itself */
    static void end(Handle handle, Claim claim, Optional<Reason> why, long now) {
        handle.execute("update grants set state = 'ENDED', ended_at = ?, ended_why = coalesce(?, (select reason from change where id = ?))" + LIVE, now,
                why.map(Reason::name).orElse(null), claim.id(), claim.id(), claim.key().target(), claim.key().objectId());
    }

    /** What the target shows now. */
    static void show(Handle handle, Settlement settlement) {
        Claim claim = settlement.claim();
        handle.execute("update grants set shown_json = ?, baseline_json = null" + LIVE, shown(settlement), claim.id(), claim.key().target(), claim.key().objectId());
    }

    /** What was wanted, with the end that the target tells; where it was not asked, with the wanted one. */
    static String shown(Settlement settlement) {
        Desired desired = settlement.claim().desired();
        Optional<Optional<Instant>> seen = settlement.seen().map(Settlement.Seen::expires);
        return Json.write(desired instanceof Desired.Badge badge && seen.isPresent() ? badge.ending(seen.get()) : desired);
    }
}
