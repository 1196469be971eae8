package dev.accolade.cli;

import dev.accolade.service.http.Access;
import java.util.LinkedHashMap;
import java.util.Map;

/** What lets requests in, as people and programs may see it. */
final class ShownAccess {

    private final Access access;
    private final boolean revealed;

    /** @param revealed whether the secret itself is shown */
    ShownAccess(Access access, boolean revealed) {
        this.access = access;
        this.revealed = revealed;
    }

    /** {@code Authorization: Bearer ...}, the secret replaced by its length unless it was asked for. */
    String header() {
        return access.header() + ": " + value();
    }

    String until() {
        return access.expires().map(end -> "until " + end).orElse("with no end that the service tells");
    }

    Map<String, Object> json() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("kind", access.kind());
        shown.put("header", access.header());
        if (revealed) {
            shown.put("value", access.value());
        }
        access.expires().ifPresent(end -> shown.put("expires", end));
        return shown;
    }

    /** A scheme before the secret, as in {@code Bearer x}, is no secret. */
    private String value() {
        int space = access.value().indexOf(' ');
        String scheme = access.value().substring(0, space + 1);
        return revealed ? access.value() : scheme + "(not shown, " + (access.value().length() - scheme.length()) + " characters; --reveal shows it)";
    }
}
