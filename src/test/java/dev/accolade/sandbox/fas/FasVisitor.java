package dev.accolade.sandbox.fas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accolade.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A sandbox with FAS alone, a clock that is set by hand, and requests as a client of FAS makes them. */
final class FasVisitor implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SEED = """
            {"people": [
               {"id": 100001, "username": "alice", "human_name": "Alice Example", "email": "alice@example.org", "login_password": "alice-secret"},
               {"id": 100002, "username": "carol", "human_name": "Carol Example", "email": "carol@example.org", "login_password": "carol-secret"},
               {"id": 100003, "username": "bob", "human_name": "Bob Example", "email": "Bob@example.org", "login_password": "bob-secret"},
               {"id": 100004, "username": "dave", "human_name": "Dave Hidden", "email": "dave@example.org", "privacy": true},
               {"id": 100005, "username": "erin", "human_name": "Erin Unsigned", "email": "erin@example.org"},
               {"id": 100006, "username": "ivan", "login_password": "ivan-secret", "status": "inactive"}],
             "groups": [
               {"id": 100190, "name": "accounts", "administrators": ["alice"]},
               {"id": 100200, "name": "cla_done", "group_type": "system", "users": ["alice", "carol", "bob", "dave", "ivan"]},
               {"id": 100300, "name": "packager", "group_type": "git", "owner": "carol", "sponsors": ["carol"], "users": ["bob"],
                "unapproved": ["dave"]},
               {"id": 100301, "name": "fas-council", "users": ["alice"]}]}
            """;

    /** The clock of the stand-in. */
    static final class Time extends Clock {
        private volatile Instant now = Instant.parse("2026-01-05T10:00:00Z");

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    final Time time = new Time();
    private final Sandbox sandbox = Sandbox.start("127.0.0.1", 0, List.of(new FasStandIn(time)));
    private final HttpClient client = HttpClient.newHttpClient();

    FasVisitor() throws IOException {
        sandbox.load("fas", JSON.readTree(SEED));
    }

    HttpResponse<String> post(String page, String cookie, String... pairs) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.base("fas") + page)).header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(form(pairs)));
        Optional.ofNullable(cookie).ifPresent(id -> request.header("Cookie", "tg-visit=" + id));
        return send(request.build());
    }

    /** The page as somebody sees it who sends name and password along. */
    JsonNode as(String name, String page, String... pairs) {
        return json(response(name, page, pairs));
    }

    HttpResponse<String> response(String name, String page, String... pairs) {
        String[] all = new String[pairs.length + 6];
        System.arraycopy(pairs, 0, all, 0, pairs.length);
        System.arraycopy(new String[] {"user_name", name, "password", name + "-secret", "login", "Login"}, 0, all, pairs.length, 6);
        return post(page, null, all);
    }

    HttpResponse<String> control(String method, String path, String json) {
        return send(HttpRequest.newBuilder(URI.create(sandbox.address() + "/sandbox/fas" + path))
                .method(method, HttpRequest.BodyPublishers.ofString(json)).build());
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    static String session(HttpResponse<?> response) {
        return response.headers().allValues("set-cookie").stream().filter(cookie -> cookie.startsWith("tg-visit=")).findFirst().orElseThrow()
                .substring(9, 49);
    }

    String base() {
        return sandbox.base("fas");
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static String form(String... pairs) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            form.append(i == 0 ? "" : "&").append(pairs[i]).append('=').append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
