package dev.accolade.sandbox;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something that goes wrong on purpose.
 *
 * @param service name of the stand-in, empty for all
 * @param method  HTTP method, empty for all
 * @param path    matched against any part of the path within the service, empty for all
 * @param kind    what happens
 * @param status  status of {@link Kind#STATUS} (default 500) and {@link Kind#TOO_MANY} (always 429)
 * @param latency how long {@link Kind#LATENCY} waits before the server acts; how far {@link Kind#CLOCK} is ahead
 * @param retryAfter seconds in {@code Retry-After} of STATUS and TOO_MANY
 * @param body    body of STATUS; empty gives an HTML error page, as proxies do
 * @param skip    how many matching calls pass first
 * @param times   how many calls it then hits; 0 means until it is cleared
 */
public record Fault(Optional<String> service, Optional<String> method, Optional<Pattern> path, Kind kind, int status, Duration latency,
                    Optional<Integer> retryAfter, Optional<String> body, int skip, int times) {

    /** The positions of the dial. */
    public enum Kind {
        /** The answer comes late. */
        LATENCY,
        /** The server answers with a status of its own, without acting. */
        STATUS,
        /** 429 with {@code Retry-After}, without acting. */
        TOO_MANY,
        /** The connection ends before the server acted. */
        RESET_BEFORE,
        /** The server acts, then the connection ends without an answer. */
        RESET_AFTER,
        /** The server acts, half of the body is sent, then the connection ends. */
        CUT_BODY,
        /** Status 200 with an HTML page, without acting. */
        HTML,
        /** The server acts, and answers with a {@code Date} that is ahead. */
        CLOCK
    }

    public Fault {
        requireNonNull(kind, "kind is null");
        requireNonNull(latency, "latency is null");
    }

    /** A fault of a kind at every call of one service, until cleared. */
    public static Fault of(String service, Kind kind) {
        return new Fault(Optional.of(service), Optional.empty(), Optional.empty(), kind, 500, Duration.ZERO, Optional.empty(), Optional.empty(), 0, 0);
    }

    public Fault onPath(String regex) {
        return new Fault(service, method, Optional.of(Pattern.compile(regex)), kind, status, latency, retryAfter, body, skip, times);
    }

    public Fault onMethod(String name) {
        return new Fault(service, Optional.of(name), path, kind, status, latency, retryAfter, body, skip, times);
    }

    public Fault withStatus(int code) {
        return new Fault(service, method, path, kind, code, latency, retryAfter, body, skip, times);
    }

    public Fault withBody(String text) {
        return new Fault(service, method, path, kind, status, latency, retryAfter, Optional.of(text), skip, times);
    }

    public Fault lasting(Duration wait) {
        return new Fault(service, method, path, kind, status, wait, retryAfter, body, skip, times);
    }

    public Fault retryAfter(int seconds) {
        return new Fault(service, method, path, kind, status, latency, Optional.of(seconds), body, skip, times);
    }

    public Fault after(int calls) {
        return new Fault(service, method, path, kind, status, latency, retryAfter, body, calls, times);
    }

    public Fault times(int calls) {
        return new Fault(service, method, path, kind, status, latency, retryAfter, body, skip, calls);
    }

    boolean matches(String calledService, Call call) {
        return service.map(calledService::equals).orElse(true)
                && method.map(call.method()::equalsIgnoreCase).orElse(true)
                && path.map(pattern -> pattern.matcher(call.path()).find()).orElse(true);
    }
}
