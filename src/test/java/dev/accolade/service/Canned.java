package dev.accolade.service;

import dev.accolade.service.http.JsonHttp;
import dev.accolade.service.http.Meaning;
import dev.accolade.service.http.Reply;
import dev.accolade.service.http.Request;
import dev.accolade.service.http.Throttle;
import dev.accolade.service.http.Wire;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Answers without a network, for tests of what answers may hold: always 200, with the bytes that a test gives. */
public final class Canned implements JsonHttp {

    public final List<Request> requests = new ArrayList<>();
    public Function<Request, byte[]> body = request -> new byte[0];
    public String contentType = "application/json";

    /** A wire to it. */
    public Wire wire(String connection, Meaning meaning) {
        return new Wire(connection, this, new Throttle(1, 0), 1 << 20, meaning, Clock.systemUTC());
    }

    /** The same text for all. */
    public void says(String text) {
        body = request -> text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Reply send(Request request) {
        requests.add(request);
        return new Reply(200, Map.of("Content-Type", List.of(contentType)), new ByteArrayInputStream(body.apply(request)));
    }

    @Override
    public void close() {
        requests.clear();
    }
}
