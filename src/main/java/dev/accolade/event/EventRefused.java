package dev.accolade.event;

import java.util.Map;

/** An event that is not taken, and what its sender is told. */
public final class EventRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String word;

    /**
     * @param status HTTP status
     * @param word   for programs, such as NOT_AUTHORIZED
     */
    EventRefused(int status, String word, String message) {
        super(message);
        this.status = status;
        this.word = word;
    }

    int status() {
        return status;
    }

    Map<String, Object> body() {
        return Map.of("status", word, "error", Map.of("message", getMessage()));
    }
}
