package dev.accolade.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * All stand-ins behind one port.
 *
 * <p>{@code /<service>/...} is the service, {@code /sandbox/faults} the fault dial, {@code /sandbox/<service>/...} what its operators would do
 * by hand, and {@code /sandbox} lists the base addresses.
 */
public final class Sandbox implements AutoCloseable {

    private final Vertx vertx;
    private final HttpServer server;
    private final Map<String, StandIn> standIns;
    private final Faults faults;
    private final String host;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Sandbox(Vertx vertx, HttpServer server, Map<String, StandIn> standIns, Faults faults, String host) {
        this.vertx = vertx;
        this.server = server;
        this.standIns = standIns;
        this.faults = faults;
        this.host = host;
    }

    /**
     * Starts listening.
     *
     * @param port 0 for any free one
     * @throws IllegalStateException when the port is taken or may not be used
     */
    public static Sandbox start(String host, int port, List<StandIn> services) {
        Map<String, StandIn> byName = new LinkedHashMap<>();
        services.forEach(service -> byName.put(service.name(), service));
        Faults faults = new Faults();
        Vertx vertx = Vertx.vertx(new VertxOptions().setWorkerPoolSize(32).setMaxEventLoopExecuteTime(60).setMaxEventLoopExecuteTimeUnit(TimeUnit.SECONDS));
        HttpServer server = vertx.createHttpServer(new HttpServerOptions().setMaxInitialLineLength(65_536).setIdleTimeout(0));
        server.requestHandler(new Switchboard(vertx, byName, faults));
        try {
            server.listen(port, host).toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException taken) {
            vertx.close();
            throw new IllegalStateException("The sandbox cannot listen on " + host + ":" + port + " (" + taken.getCause().getMessage()
                    + "). Nothing was started. Choose another port with --port, or 0 for any free one.", taken);
        }
        return new Sandbox(vertx, server, byName, faults, host);
    }

    /** Gives a service a new state. */
    public void load(String service, JsonNode seed) {
        standIn(service).load(seed);
    }

    /** The dial for things that go wrong. */
    public Faults faults() {
        return faults;
    }

    public String address() {
        return "http://" + host + ":" + server.actualPort();
    }

    /** The address a client of this service is configured with. */
    public String base(String service) {
        return address() + "/" + service + standIn(service).basePath();
    }

    public List<String> services() {
        return List.copyOf(standIns.keySet());
    }

    private StandIn standIn(String service) {
        StandIn found = standIns.get(service);
        if (found == null) {
            throw new IllegalArgumentException("The sandbox has no service " + service + "; it has " + standIns.keySet() + ".");
        }
        return found;
    }

    /** Returns when nothing is listened to any more; the threads end a little later, by themselves. Closing again changes nothing. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        server.close().toCompletionStage().toCompletableFuture().join();
        vertx.close();
    }
}
