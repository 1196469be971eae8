package dev.accolade.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The dial: the faults that wait for a matching call, in the order they were added. Safe for several threads. */
public final class Faults {

    private static final class Armed {
        final Fault fault;
        int toSkip;
        int left;

        Armed(Fault fault) {
            this.fault = fault;
            this.toSkip = fault.skip();
            this.left = fault.times() == 0 ? Integer.MAX_VALUE : fault.times();
        }
    }

    private final List<Armed> armed = new ArrayList<>();

    public synchronized void add(Fault fault) {
        armed.add(new Armed(fault));
    }

    public synchronized void clear() {
        armed.clear();
    }

    /** The first fault that hits this call, used up by one; empty when nothing goes wrong. */
    synchronized Optional<Fault> next(String service, Call call) {
        for (Armed one : armed) {
            if (!one.fault.matches(service, call)) {
                continue;
            }
            if (one.toSkip > 0) {
                one.toSkip--;
                continue;
            }
            if (--one.left <= 0) {
                armed.remove(one);
            }
            return Optional.of(one.fault);
        }
        return Optional.empty();
    }

    /** {@code POST /sandbox/faults} adds one, {@code DELETE /sandbox/faults} clears all. */
    Answer control(Call call) {
        if (call.method().equals("DELETE")) {
            clear();
            return Answer.empty(204);
        }
        JsonNode json = call.json().orElse(null);
        if (!call.method().equals("POST") || json == null || !json.path("kind").isTextual()) {
            return Answer.text(400, "text/plain", "POST a JSON object with \"kind\" (" + List.of(Fault.Kind.values())
                    + ") and, as you like, service, method, path, status, latencyMillis, retryAfter, body, skip, times; or DELETE to clear.\n");
        }
        try {
            add(read(json));
            return Answer.empty(204);
        } catch (PatternSyntaxException badPath) {
            return Answer.text(400, "text/plain", "path is not a regular expression: " + badPath.getDescription() + "\n");
        } catch (IllegalArgumentException unknown) {
            return Answer.text(400, "text/plain", "kind is one of " + List.of(Fault.Kind.values()) + "\n");
        }
    }

    private static Fault read(JsonNode json) {
        Fault.Kind kind = Fault.Kind.valueOf(json.path("kind").asText().toUpperCase(Locale.ROOT).replace('-', '_'));
        return new Fault(text(json, "service"), text(json, "method"), text(json, "path").map(Pattern::compile), kind,
                json.path("status").asInt(500), Duration.ofMillis(json.path("latencyMillis").asLong(0)),
                json.hasNonNull("retryAfter") ? Optional.of(json.path("retryAfter").asInt()) : Optional.empty(),
                text(json, "body"), json.path("skip").asInt(0), json.path("times").asInt(0));
    }

    private static Optional<String> text(JsonNode json, String name) {
        return json.hasNonNull(name) ? Optional.of(json.path(name).asText()) : Optional.empty();
    }
}
