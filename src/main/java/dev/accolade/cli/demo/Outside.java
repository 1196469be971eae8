package dev.accolade.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Somebody outside who talks HTTP and shares nothing with Accolade: what this sees, anybody sees. */
final class Outside {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LIMIT).build();

    /** @throws IllegalStateException when there is no answer, or none with a status below 300 */
    JsonNode get(String address, Map<String, String> headers) {
        return send("GET", address, headers, BodyPublishers.noBody());
    }

    JsonNode sendJson(String method, String address, Object body) {
        return send(method, address, Map.of("Content-Type", "application/json"), BodyPublishers.ofByteArray(bytes(body)));
    }

    /** Whether a page opens in a browser. */
    boolean opens(String address) {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(address)).timeout(LIMIT).build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException closed) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    JsonNode send(String method, String address, Map<String, String> headers, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address)).timeout(LIMIT).method(method, body);
        headers.forEach(request::header);
        try {
            var response = client.send(request.build(), BodyHandlers.ofByteArray());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + request.build().uri().getPath() + " was answered with HTTP " + response.statusCode() + ". The demo stops here.");
            }
            return response.body().length == 0 ? JSON.missingNode() : JSON.readTree(response.body());
        } catch (IOException broken) {
            throw new IllegalStateException(method + " " + request.build().uri().getPath() + " got no answer (" + broken.getClass().getSimpleName() + "). The demo stops here.",
                    broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The demo was stopped.", stopped);
        }
    }

    static byte[] bytes(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (IOException impossible) {
            throw new IllegalStateException("a request cannot be written as JSON", impossible);
        }
    }
}
