package dev.accolade.sandbox;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Leads each request to its stand-in, and lets the dialled faults happen on the way. */
final class Switchboard implements Handler<HttpServerRequest> {

    private static final String ERROR_PAGE = "<!DOCTYPE html><html><head><title>%d</title></head><body><h1>%d</h1></body></html>\n";

    private final Vertx vertx;
    private final StandIns standIns;
    private final Faults faults;

    Switchboard(Vertx vertx, StandIns standIns, Faults faults) {
        this.vertx = vertx;
        this.standIns = standIns;
        this.faults = faults;
    }

    @Override
    public void handle(HttpServerRequest request) {
        request.body().onSuccess(body -> vertx.executeBlocking(() -> {
            serve(request, body);
            return null;
        }, false).onFailure(bug -> respond(request, Answer.text(500, "text/plain", "The sandbox itself failed: " + bug + "\n"))));
    }

    private void serve(HttpServerRequest request, Buffer body) throws InterruptedException {
        String[] parts = request.path().split("/", 3);
        String first = parts.length > 1 ? parts[1] : "";
        String rest = parts.length > 2 ? "/" + parts[2] : "";
        Call call = call(request, body.getBytes());
        if (first.equals("sandbox")) {
            respond(request, control(call.below(rest, call.base() + "/sandbox")));
        } else if (standIns.find(first).isPresent()) {
            serve(request, standIns.get(first), call.below(rest, call.base() + "/" + first));
        } else {
            respond(request, Answer.text(404, "text/plain", "No service here. See /sandbox for the addresses.\n"));
        }
    }

    private void serve(HttpServerRequest request, StandIn standIn, Call call) throws InterruptedException {
        Optional<Fault> fault = faults.next(standIn.name(), call);
        if (fault.isEmpty()) {
            respond(request, standIn.answer(call));
        } else {
            fail(request, fault.get(), () -> standIn.answer(call));
        }
    }

    private void fail(HttpServerRequest request, Fault fault, Supplier<Answer> act) throws InterruptedException {
        switch (fault.kind()) {
            case LATENCY -> {
                Thread.sleep(fault.latency().toMillis());
                respond(request, act.get());
            }
            case STATUS -> respond(request, refusal(fault, fault.status()));
            case TOO_MANY -> respond(request, refusal(fault, 429));
            case RESET_BEFORE -> request.connection().close();
            case RESET_AFTER -> {
                act.get();
                request.connection().close();
            }
            case CUT_BODY -> cut(request, act.get());
            case CLOCK -> respond(request, act.get().with("Date", date(fault.latency())));
            case HTML -> respond(request, Answer.text(200, "text/html", String.format(ERROR_PAGE, 200, 200)));
        }
    }

    private static Answer refusal(Fault fault, int status) {
        Answer answer = fault.body().map(text -> Answer.text(status, "application/json", text))
                .orElseGet(() -> Answer.text(status, "text/html", String.format(ERROR_PAGE, status, status)));
        return fault.retryAfter().map(seconds -> answer.with("Retry-After", seconds.toString())).orElse(answer);
    }

    private static void cut(HttpServerRequest request, Answer answer) {
        HttpServerResponse response = head(request, answer);
        response.putHeader("Content-Length", Integer.toString(answer.body().length));
        response.write(Buffer.buffer(Arrays.copyOf(answer.body(), answer.body().length / 2))).onComplete(sent -> request.connection().close());
    }

    private static void respond(HttpServerRequest request, Answer answer) {
        if (!request.response().ended() && !request.response().closed()) {
            head(request, answer).end(Buffer.buffer(answer.body()));
        }
    }

    private static HttpServerResponse head(HttpServerRequest request, Answer answer) {
        HttpServerResponse response = request.response().setStatusCode(answer.status());
        answer.headers().forEach(header -> response.headers().add(header.getKey(), header.getValue()));
        return response.headers().contains("Date") ? response : response.putHeader("Date", date(Duration.ZERO));
    }

    private static String date(Duration ahead) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).plus(ahead));
    }

    private Answer control(Call call) {
        String[] parts = call.path().split("/", 3);
        String first = parts.length > 1 ? parts[1] : "";
        if (first.isEmpty()) {
            return Answer.json(200, addresses(call));
        }
        if (first.equals("faults")) {
            return faults.control(call);
        }
        if (first.equals("reset")) {
            return reset(call);
        }
        return standIns.find(first).map(standIn -> standIn.control(call.below(parts.length > 2 ? "/" + parts[2] : "", call.base().replaceAll("/sandbox$", "/" + first))))
                .orElseGet(() -> Answer.text(404, "text/plain", "No such control.\n"));
    }

    /** Everything as it was at the start; no fault is left on the dial. */
    private Answer reset(Call call) {
        if (!call.method().equals("POST")) {
            return Answer.text(405, "text/plain", "POST here brings all services back to the state they started from.\n").with("Allow", "POST");
        }
        standIns.reset();
        faults.clear();
        return Answer.empty(204);
    }

    private Map<String, String> addresses(Call call) {
        Map<String, String> bases = new LinkedHashMap<>();
        standIns.names().forEach(name -> bases.put(name, call.base().replaceAll("/sandbox$", "/") + name + standIns.get(name).basePath()));
        return bases;
    }

    private static Call call(HttpServerRequest request, byte[] body) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String name : request.headers().names()) {
            headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(request.headers().getAll(name)));
        }
        String query = request.query() == null ? "" : request.query();
        return new Call(request.method().name(), request.path(), query, headers, body, "http://" + request.authority(), request.remoteAddress().hostAddress());
    }
}
