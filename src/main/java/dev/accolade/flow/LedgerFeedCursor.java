package dev.accolade.flow;

import dev.accolade.ledger.Glances;
import dev.accolade.service.badgr.FeedCursor;
import java.time.Instant;
import java.util.Optional;

/** Keeps in the ledger how far Badgr's changes were read; what changed before the first survey is not asked for. */
public final class LedgerFeedCursor implements FeedCursor {

    private final Glances glances;

    public LedgerFeedCursor(Glances glances) {
        this.glances = glances;
    }

    @Override
    public Optional<Instant> read(String feed) {
        return Optional.of(glances.cursor(feed).orElseGet(() -> glances.firstListed(feed.substring(0, feed.lastIndexOf('-')))));
    }

    @Override
    public void keep(String feed, Instant since) {
        glances.keep(feed, since);
    }
}
