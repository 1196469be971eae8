package dev.accolade.service;

import dev.accolade.sandbox.Sandbox;
import dev.accolade.sandbox.StandIn;
import dev.accolade.service.http.CamelJsonHttp;
import dev.accolade.service.http.HttpSettings;
import dev.accolade.service.http.Meaning;
import dev.accolade.service.http.Throttle;
import dev.accolade.service.http.Wire;
import java.time.Clock;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** A stand-in that listens, and a wire to it. */
public final class Connected implements AutoCloseable {

    public final Sandbox sandbox;
    public final Wire wire;
    private final CamelContext context = new DefaultCamelContext();

    public Connected(StandIn standIn, String connection, Meaning meaning) {
        sandbox = Sandbox.start("127.0.0.1", 0, List.of(standIn));
        wire = new Wire(connection, CamelJsonHttp.open(connection, context, HttpSettings.of(sandbox.base(standIn.name()))), new Throttle(8, 0),
                1 << 20, meaning, Clock.systemUTC());
    }

    @Override
    public void close() {
        wire.close();
        sandbox.close();
        context.stop();
    }
}
