package dev.accolade.service.badgr;

import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.Request;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What changed since a time. Deletion does not show here, so a full comparison stays needed. Source: docs/services/badgr.md, section 4. */
final class Feeds {

    private final Api api;

    Feeds(Api api) {
        this.api = api;
    }

    /**
     * Hands over the changed ones, oldest change first, revoked and expired assertions included; what was handed over is the whole only if this
     * returns.
     *
     * @param since    changes later than this; empty for all there are
     * @param pageSize how many at once, at least 1
     * @return the server's time before it looked for the first page: the next {@code since}
     */
    Instant changed(Feed feed, Optional<Instant> since, int pageSize, Consumer<List<Object>> page) {
        Request first = Request.of("GET", feed.path()).query("num", String.valueOf(pageSize));
        first = since.isPresent() ? first.query("since", since.get().toString()) : first;
        Optional<Instant> looked = Optional.empty();
        Set<String> seen = new HashSet<>();
        Optional<Request> next = Optional.of(first);
        while (next.isPresent()) {
            Request request = next.get();
            JsonReply reply = api.send(request);
            Instant told = api.understood(request, reply, () -> Fields.time(reply.json(), "timestamp"));
            Optional<String> cursor = api.understood(request, reply, () -> Pages.ofFeed(reply));
            page.accept(api.items(request, reply, feed::item));
            looked = looked.or(() -> Optional.of(told));
            if (!cursor.map(seen::add).orElse(true)) {
                throw api.wire().misunderstood(request, reply, "a next page that was read before");
            }
            Request same = first;
            next = cursor.map(value -> same.query("cursor", value));
        }
        return looked.orElseThrow();
    }
}
