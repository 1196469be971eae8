package dev.accolade.sandbox.cloudspot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Sends webhooks, one after the other in the order of the changes, once each, and remembers what came of them. Safe for several threads. */
final class Deliveries {

    /** One webhook that was sent or is on its way; the status is 0 until there is an answer. */
    private static final class Delivery {
        final String application;
        final String event;
        final String url;
        final Instant at;
        volatile int status;
        volatile String problem;

        Delivery(String application, String event, String url, Instant at) {
            this.application = application;
            this.event = event;
            this.url = url;
            this.at = at;
        }

        Map<String, Object> shown() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("application", application);
            fields.put("event", event);
            fields.put("url", url);
            fields.put("at", at.toString());
            fields.put("status", status);
            fields.put("problem", problem);
            fields.put("state", status != 0 ? "answered" : problem != null ? "failed" : "pending");
            return fields;
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LIMIT).build();
    /** Long enough for the operator's own request to be answered first. */
    private final Executor afterAnswering = CompletableFuture.delayedExecutor(30, TimeUnit.MILLISECONDS);
    private final List<Delivery> deliveries = new ArrayList<>();
    private final Clock clock;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    Deliveries(Clock clock) {
        this.clock = clock;
    }

    /** Queues a webhook; returns at once. */
    synchronized void send(String application, String url, String event, Map<String, Object> data) {
        Delivery delivery = new Delivery(application, event, url, clock.instant());
        deliveries.add(delivery);
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(LIMIT).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json(event, data))).build();
        last = last.thenComposeAsync(before -> client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .handle((answer, failure) -> settle(delivery, answer, failure)), afterAnswering);
    }

    synchronized List<Map<String, Object>> shown() {
        return deliveries.stream().map(Delivery::shown).toList();
    }

    private static Void settle(Delivery delivery, HttpResponse<Void> answer, Throwable failure) {
        if (failure != null) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            delivery.problem = cause.getClass().getSimpleName();
        } else {
            delivery.status = answer.statusCode();
        }
        return null;
    }

    private static String json(String event, Map<String, Object> data) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("event", event);
        envelope.put("data", data);
        try {
            return JSON.writeValueAsString(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event cannot be written as JSON", e);
        }
    }
}
