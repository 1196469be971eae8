package dev.accolade.service.badgr;

import dev.accolade.service.http.JsonReply;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Badgr's way from one page to the next. Only the cursor is taken from its links: their host is the server's idea of itself, and a token belongs
 * nowhere else but to the configured address. Source: docs/services/badgr.md, section 4.
 */
final class Pages {

    private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;\\s*rel=\"?next\"?");
    private static final Pattern CURSOR = Pattern.compile("[?&]cursor=([^&]*)");

    private Pages() {
    }

    /**
     * The cursor of the next page by the {@code Link} header of a list; empty after the last.
     *
     * @throws IllegalArgumentException when there is a next page that cannot be read
     */
    static Optional<String> ofHeader(JsonReply reply) {
        Matcher link = NEXT.matcher(String.join(", ", reply.headers().getOrDefault("Link", List.of())));
        return link.find() ? Optional.of(cursor(link.group(1))) : Optional.empty();
    }

    /** The same by the body of a feed of changes. */
    static Optional<String> ofFeed(JsonReply reply) {
        return BadgrJson.nextResults(reply.json()).map(Pages::cursor);
    }

    private static String cursor(String address) {
        Matcher cursor = CURSOR.matcher(address);
        if (!cursor.find()) {
            throw new IllegalArgumentException("a link to a next page without a cursor");
        }
        try {
            return URLDecoder.decode(cursor.group(1), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEscape) {
            throw new IllegalArgumentException("a link to a next page that cannot be read", badEscape);
        }
    }
}
