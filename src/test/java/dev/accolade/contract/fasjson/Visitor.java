package dev.accolade.contract.fasjson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accolade.contract.Server;
import dev.accolade.sandbox.SandboxCredentials;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

/**
 * Asks as somebody known: of the sandbox by a bare name, of a real server with the ticket that {@code kinit} left
 * ({@code -Djavax.security.auth.useSubjectCredsOnly=false}).
 */
final class Visitor {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Server server;

    Visitor(Server server) {
        this.server = server;
    }

    /** A group with at least three members and one sponsor. */
    String group() {
        return server.property("group", "packager");
    }

    /** A member of that group. */
    String member() {
        return server.property("member", "zofia");
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = server.request("/v1" + path).header("Accept", "application/json").header("Authorization", "Negotiate " + token());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return server.send(request);
    }

    JsonNode json(String path, String... headers) {
        return json(get(path, headers));
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException noJson) {
            throw new AssertionError("no JSON came with HTTP " + answer.statusCode(), noJson);
        }
    }

    private String token() {
        return Base64.getEncoder().encodeToString(server.isReal() ? ticket()
                : ("sandbox:" + SandboxCredentials.FASJSON_PRINCIPAL).getBytes(StandardCharsets.UTF_8));
    }

    private byte[] ticket() {
        try {
            GSSManager manager = GSSManager.getInstance();
            GSSName name = manager.createName("HTTP@" + URI.create(server.base()).getHost(), GSSName.NT_HOSTBASED_SERVICE);
            GSSContext context = manager.createContext(name, new Oid("1.3.6.1.5.5.2"), null, GSSContext.DEFAULT_LIFETIME);
            return context.initSecContext(new byte[0], 0, 0);
        } catch (GSSException refused) {
            throw new IllegalStateException("no ticket for " + server.base() + "; run kinit first", refused);
        }
    }
}
