package dev.accolade.bench;

import dev.accolade.sandbox.SandboxCredentials;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** The same number of the same awards, sent to people of its own with the same concurrency by a bare Vert.x client. */
final class PushFloor implements AutoCloseable {

    private static final String BODY = """
            {"recipient":{"identity":"%s","type":"email"},"narrative":"Member of %s","evidence":[],"notify":false,"allowDuplicateAwards":false}""";

    private static final long LONGEST_SILENCE = 60_000;

    /** One award that Accolade makes: id of the badge class and name of the group. */
    record Award(String badgeClass, String group) {}

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http;
    private final String base;
    private final int concurrency;
    private final String token;

    /**
     * The time that all of them take with a client of its own; one that has been idle meanwhile would have to find out first which connections still live.
     *
     * @param label makes this run's recipients differ from those of all others
     */
    static Duration measure(String base, int concurrency, List<Award> awards, String label) {
        try (PushFloor floor = new PushFloor(base, concurrency)) {
            return floor.measure(awards, label);
        }
    }

    private PushFloor(String base, int concurrency) {
        this.base = base;
        this.concurrency = concurrency;
        this.http = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(concurrency));
        this.token = post("/o/token", "application/x-www-form-urlencoded", "grant_type=password&scope=rw:profile%20rw:issuer%20rw:backpack&client_id="
                + SandboxCredentials.BADGR_CLIENT + "&username=" + SandboxCredentials.BADGR_USERNAME.replace("@", "%40") + "&password="
                + SandboxCredentials.BADGR_PASSWORD, null).join().toJsonObject().getString("access_token");
    }

    private Duration measure(List<Award> awards, String label) {
        AtomicInteger next = new AtomicInteger();
        long begin = System.nanoTime();
        CompletableFuture.allOf(IntStream.range(0, concurrency).mapToObj(lane -> lane(awards, label, next)).toArray(CompletableFuture[]::new)).join();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private CompletableFuture<Void> lane(List<Award> awards, String label, AtomicInteger next) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        send(awards, label, next, done);
        return done;
    }

    private void send(List<Award> awards, String label, AtomicInteger next, CompletableFuture<Void> done) {
        int number = next.getAndIncrement();
        if (number >= awards.size()) {
            done.complete(null);
            return;
        }
        Award award = awards.get(number);
        String body = BODY.formatted(label + "." + number + "@floor.example.org", award.group());
        post("/v2/badgeclasses/" + award.badgeClass() + "/assertions", "application/json", body, token).whenComplete((answer, failure) -> {
            if (failure != null) {
                done.completeExceptionally(failure);
            } else {
                send(awards, label, next, done);
            }
        });
    }

    private CompletableFuture<Buffer> post(String path, String type, String body, String bearer) {
        RequestOptions options = new RequestOptions().setMethod(HttpMethod.POST).setAbsoluteURI(base + path).setTimeout(LONGEST_SILENCE).putHeader("Content-Type", type)
                .putHeader("Accept", "application/json");
        if (bearer != null) {
            options.putHeader("Authorization", "Bearer " + bearer);
        }
        return http.request(options).compose(request -> request.send(body)).compose(response -> response.body().map(answer -> {
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException("HTTP " + response.statusCode() + " on " + path);
            }
            return answer;
        })).toCompletionStage().toCompletableFuture();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
