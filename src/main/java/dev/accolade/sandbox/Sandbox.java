package dev.accolade.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * All stand-ins behind one port.
 *
 * <p>{@code /<service>/...} is the service, {@code /sandbox/faults} the fault dial, {@code /sandbox/<service>/...} what its operators would do
 * by hand, {@code POST /sandbox/reset} brings everything back to where it started, and {@code /sandbox} lists the base addresses.
 */
public final class Sandbox implements AutoCloseable {

    private final Vertx vertx;
    private final HttpServer server;
    private final StandIns standIns;
    private final Faults faults;
    private final String host;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Sandbox(Vertx vertx, HttpServer server, StandIns standIns, Faults faults, String host) {
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
        StandIns standIns = new StandIns(services);
        Faults faults = new Faults();
        Vertx vertx = Vertx.vertx(new VertxOptions().setWorkerPoolSize(32).setMaxEventLoopExecuteTime(60).setMaxEventLoopExecuteTimeUnit(TimeUnit.SECONDS));
        HttpServer server = vertx.createHttpServer(new HttpServerOptions().setMaxInitialLineLength(65_536).setIdleTimeout(0));
        server.requestHandler(new Switchboard(vertx, standIns, faults));
        try {
            server.listen(port, host).toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException taken) {
            vertx.close();
            throw new IllegalStateException("The sandbox cannot listen on " + host + ":" + port + " (" + taken.getCause().getMessage()
                    + "). Nothing was started. Choose another port with --port, or 0 for any free one.", taken);
        }
        return new Sandbox(vertx, server, standIns, faults, host);
    }

    /**
     * Gives a service a new state, to which {@code POST /sandbox/reset} brings it back.
     *
     * @param seed made anew at each reset, so that a large one need not be kept
     * @throws IllegalArgumentException naming the first mistake in it
     */
    public void load(String service, Supplier<JsonNode> seed) {
        standIns.load(service, seed);
    }

    /** The same for a seed that is small, or already there. */
    public void load(String service, JsonNode seed) {
        load(service, () -> seed);
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
        return address() + "/" + service + standIns.get(service).basePath();
    }

    public List<String> services() {
        return standIns.names();
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
