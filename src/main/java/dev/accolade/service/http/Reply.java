package dev.accolade.service.http;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One answer.
 *
 * @param status  HTTP status
 * @param headers names in any case
 * @param body    read once, as it arrives; never null. A connection that ends too early shows as an {@code IOException} of this stream
 */
public record Reply(int status, Map<String, List<String>> headers, InputStream body) implements AutoCloseable {

    public Reply {
        Map<String, List<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (java.io.IOException alreadyGone) {
            // The answer was read or is not wanted; a connection that cannot be closed is dropped by the pool.
        }
    }

    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
