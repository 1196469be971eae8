package dev.accolade.service.badgr;

import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Badgr's way from one page to the next: the {@code Link} header. Source: docs/services/badgr.md, section 4.1. */
final class Pages {

    private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;\\s*rel=\"?next\"?");
    private static final Pattern CURSOR = Pattern.compile("[?&]cursor=([^&]*)");

    private Pages() {
    }

    /**
     * The same request for the next page; empty after the last. Only the cursor is taken from the link: its host is the server's idea of
     * itself, and a token belongs nowhere else but to the configured address.
     */
    static Optional<Request> next(Request first, JsonReply reply) {
        return cursor(reply).map(cursor -> first.query("cursor", cursor));
    }

    static Optional<String> cursor(JsonReply reply) {
        Matcher link = NEXT.matcher(String.join(", ", reply.headers().getOrDefault("Link", List.of())));
        if (!link.find()) {
            return Optional.empty();
        }
        Matcher cursor = CURSOR.matcher(link.group(1));
        return cursor.find() ? Optional.of(URLDecoder.decode(cursor.group(1), StandardCharsets.UTF_8)) : Optional.empty();
    }
}
