package dev.accolade.service.badgr;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;

/**
 * Polls a feed of changes, one exchange for each page that holds something new. At least once: the time from which the next poll reads is kept only
 * after every exchange of a poll has succeeded; after a failure the same changes come again. It is kept an overlap before the server's own time,
 * for a row's time is older than its becoming visible; what came in the last poll and is the same still is left out, as long as this consumer runs.
 */
final class ChangesConsumer extends ScheduledPollConsumer {

    private final BadgrEndpoint endpoint;
    private final Feeds feeds;
    private final Feed feed;
    private final FeedCursor cursor;
    private final String name;
    private Set<Object> cameLast = Set.of();

    /** @param name under which the cursor is kept */
    ChangesConsumer(BadgrEndpoint endpoint, Processor processor, Feeds feeds, Feed feed, FeedCursor cursor, String name) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.feeds = feeds;
        this.feed = feed;
        this.cursor = cursor;
        this.name = name;
    }

    @Override
    protected int poll() throws Exception {
        Optional<Instant> since = cursor.read(name).or(() -> Optional.ofNullable(endpoint.getSince()).map(Asked::time));
        Poll poll = new Poll(since);
        try {
            Instant looked = feeds.changed(feed, since, endpoint.getPageSize(), poll::take);
            cursor.keep(name, notBefore(since, looked.minus(Duration.ofMillis(endpoint.getOverlap()))));
            cameLast = poll.came;
        } catch (NotTaken failed) {
            getExceptionHandler().handleException("The changes of " + name + " were not taken; they come again.", failed.exchange, failed.getCause());
        }
        return poll.exchanges;
    }

    private static Instant notBefore(Optional<Instant> since, Instant next) {
        return since.filter(next::isBefore).orElse(next);
    }

    /** The pages of one poll. */
    private final class Poll {

        private final Optional<Instant> since;
        private final Set<Object> came = new HashSet<>();
        private int exchanges;

        private Poll(Optional<Instant> since) {
            this.since = since;
        }

        private void take(List<Object> page) {
            if (!isRunAllowed()) {
                throw new NotTaken(null, new IllegalStateException("The route is being stopped."));
            }
            List<Object> fresh = new ArrayList<>(page);
            fresh.removeAll(cameLast);
            came.addAll(page);
            if (!fresh.isEmpty()) {
                handOver(fresh);
            }
        }

        private void handOver(List<Object> fresh) {
            Exchange exchange = createExchange(false);
            exchange.getMessage().setBody(fresh);
            exchange.getMessage().setHeader(BadgrConstants.CHUNK, exchanges++);
            since.ifPresent(time -> exchange.getMessage().setHeader(BadgrConstants.SINCE, time.toString()));
            try {
                getProcessor().process(exchange);
            } catch (Exception failed) {
                exchange.setException(failed);
            }
            if (exchange.getException() != null || exchange.isRollbackOnly()) {
                throw new NotTaken(exchange, exchange.getException());
            }
            releaseExchange(exchange, false);
        }
    }

    /** Ends a poll, whose changes come again. */
    private static final class NotTaken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Exchange exchange;

        private NotTaken(Exchange exchange, Exception cause) {
            super(cause);
            this.exchange = exchange;
        }
    }
}
