package dev.accolade.ledger;

import java.time.Clock;
import java.time.Duration;
import org.jdbi.v3.core.Handle;

/**
 * How far the clocks of services are ahead of ours, as their answers say. While one is too far away nobody can say whose is wrong, so nothing is
 * claimed that rests on times: removals, and awards that carry a date.
 */
public final class Skews {

    /** Answers tell whole seconds and take a while; what differs less is the same. */
    private static final long SAME = 5;

    /** Of a change; what is not so may be claimed whatever the clocks say. */
    private static final String RESTS_ON_TIMES =
            "(takes = 1 or kind = 'AWARD' and (json_extract(desired_json, '$.issuedOn') is not null or json_extract(desired_json, '$.expires') is not null"
            + " or json_extract(desired_json, '$.lifetime') is not null))";

    private final Database database;
    private final Clock clock;

    public Skews(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param ahead negative when the service's clock is behind ours */
    public void note(String service, Duration ahead) {
        long known = database.read(handle -> handle.createQuery("select seconds from skew where service = ?").bind(0, service).mapTo(Long.class).findOne().orElse(0L));
        if (Math.abs(known - ahead.toSeconds()) >= SAME) {
            database.change(handle -> handle.execute("""
                    insert into skew (service, seconds, seen_at) values (?, ?, ?)
                    on conflict (service) do update set seconds = excluded.seconds, seen_at = excluded.seen_at""", service, ahead.toSeconds(), clock.millis()));
        }
    }

    /** A condition that changes must meet to be claimed now, to be put behind others; empty while all clocks agree. Asked in the transaction that claims. */
    static String condition(Handle handle, Duration limit) {
        boolean apart = handle.createQuery("select 1 from skew where abs(seconds) > ? limit 1").bind(0, limit.toSeconds()).mapTo(Integer.class).findFirst().isPresent();
        return apart ? " and not " + RESTS_ON_TIMES : "";
    }
}
