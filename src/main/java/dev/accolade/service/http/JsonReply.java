package dev.accolade.service.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One answer, read to its end.
 *
 * @param status  HTTP status
 * @param headers names in any case
 * @param json    the body; a missing node when it was empty or, for a refusal, no JSON
 */
public record JsonReply(int status, Map<String, List<String>> headers, JsonNode json) {

    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The status alone: a body may hold what no message should show. */
    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
