package dev.accolade.contract.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.accolade.contract.Server;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A request that is being put together; nothing is added that is not written. */
record Ask(Server server, String method, HttpRequest.Builder request, String body) {

    static Ask of(Server server, String path, String method) {
        return new Ask(server, method, server.request(path), "");
    }

    static Ask at(Server server, String address, String method) {
        return new Ask(server, method, HttpRequest.newBuilder(URI.create(address)), "");
    }

    Ask by(String key, String secret) {
        return by("Basic", key, secret);
    }

    Ask by(String scheme, String key, String secret) {
        String pair = Base64.getEncoder().encodeToString((key + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return header("Authorization", scheme + " " + pair);
    }

    /** With key and secret of a client as the API shows it. */
    Ask by(JsonNode client) {
        return by(client.at("/api/basic_key").asText(), client.at("/api/basic_secret").asText());
    }

    Ask header(String name, String value) {
        request.header(name, value);
        return this;
    }

    Ask json(String json) {
        return header("Content-Type", "application/json").text(json);
    }

    Ask text(String text) {
        return new Ask(server, method, request, text);
    }

    Said said() {
        return new Said(server.send(request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))));
    }

    /** A JSON text as it stands in a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A JSON text as a string inside JSON. */
    static String quoted(String json) {
        return TextNode.valueOf(json).toString();
    }
}
