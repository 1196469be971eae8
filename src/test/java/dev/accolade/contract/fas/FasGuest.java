package dev.accolade.contract.fas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accolade.contract.Server;
import dev.accolade.sandbox.SandboxCredentials;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest.Builder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Asks FAS2 by plain HTTP as the Python client does: as an administrator, as a user, or under a session. */
final class FasGuest {

    private static final ObjectMapper JSON = new ObjectMapper();

    final Server server;
    final String admin;
    final String user;
    private final String adminPassword;
    private final String userPassword;

    FasGuest(Server server) {
        this.server = server;
        admin = server.property("admin", SandboxCredentials.FAS_USERNAME);
        adminPassword = server.property("admin-password", SandboxCredentials.FAS_PASSWORD);
        user = server.property("user", "priya");
        userPassword = server.property("user-password", "sandbox-priya");
    }

    JsonNode admin(String page, String... pairs) {
        return json(post(page, null, login(admin, adminPassword, pairs)));
    }

    JsonNode user(String page, String... pairs) {
        return json(post(page, null, login(user, userPassword, pairs)));
    }

    HttpResponse<String> asAdmin(String page, String... pairs) {
        return post(page, null, login(admin, adminPassword, pairs));
    }

    HttpResponse<String> asUser(String page, String... pairs) {
        return post(page, null, login(user, userPassword, pairs));
    }

    /** Logs the user in; gives the session's id. */
    String session() {
        return visit(asUser("/login")).orElseThrow();
    }

    HttpResponse<String> under(String session, String page, String... pairs) {
        List<String> all = new ArrayList<>(List.of(pairs));
        all.addAll(List.of("_csrf_token", token(session)));
        return post(page, session, all.toArray(String[]::new));
    }

    HttpResponse<String> post(String page, String session, String... pairs) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            form.append(i == 0 ? "" : "&").append(pairs[i]).append('=').append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        Builder request = request(page, session).header("Content-Type", "application/x-www-form-urlencoded");
        return server.send(request.POST(BodyPublishers.ofString(form.toString())));
    }

    Builder request(String page, String session) {
        Builder request = server.request(page).header("Accept", "application/json");
        Optional.ofNullable(session).ifPresent(id -> request.header("Cookie", "tg-visit=" + id));
        return request;
    }

    String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + userPassword).getBytes(StandardCharsets.UTF_8));
    }

    private static String[] login(String name, String password, String... pairs) {
        List<String> all = new ArrayList<>(List.of(pairs));
        all.addAll(List.of("user_name", name, "password", password, "login", "Login"));
        return all.toArray(String[]::new);
    }

    static Optional<String> visit(HttpResponse<?> response) {
        return response.headers().allValues("set-cookie").stream().filter(cookie -> cookie.startsWith("tg-visit="))
                .map(cookie -> cookie.substring(9).replaceAll(";.*", "")).findFirst();
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("HTTP " + response.statusCode() + " is not JSON", notJson);
        }
    }

    static String token(String session) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(session.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
