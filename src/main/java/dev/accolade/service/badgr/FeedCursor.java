package dev.accolade.service.badgr;

import java.time.Instant;
import java.util.Optional;

/** Where a consumer of changes keeps how far it came. One consumer per feed name; an implementation of your own goes into the registry. */
public interface FeedCursor {

    /**
     * @param feed name of the connection and of the operation
     * @return the time kept last; empty when none was kept yet
     * @throws RuntimeException when it cannot be read; the consumer then reads nothing and tries again at its next turn
     */
    Optional<Instant> read(String feed);

    /**
     * Keeps the time; when this returns, it outlasts a crash.
     *
     * @throws RuntimeException when it cannot be kept; the same changes then come again
     */
    void keep(String feed, Instant since);
}
