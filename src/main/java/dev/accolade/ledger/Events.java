package dev.accolade.ledger;

import java.time.Clock;

/** What arrived from outside, as far as it may be kept: who and where, never a token, a password or a pin. */
public final class Events {

    private final Database database;
    private final Clock clock;
    private final Erased erased;

    public Events(Database database, Clock clock, Erased erased) {
        this.database = database;
        this.clock = clock;
        this.erased = erased;
    }

    /**
     * Nothing is kept of an event that names somebody who was erased.
     *
     * @param member user name or id as sent; null when it named none
     * @param scope  as sent; null when it named none
     */
    public void keep(String source, String name, String member, String scope) {
        database.change(handle -> {
            if (member == null || !erased.called(handle, source, member)) {
                handle.execute("insert into event (source, name, member, scope, received_at) values (?, ?, ?, ?, ?)",
                        source, name, member, scope, clock.millis());
            }
        });
    }
}
