package dev.accolade.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accolade.plan.ClientKey;
import dev.accolade.sandbox.SandboxCredentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Learning Locker's own clients, read with the provisioner's credentials. Source: docs/services/learning-locker.md */
final class LockerSeen {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Outside outside;
    private final String base;
    private final Map<String, String> headers;

    LockerSeen(Outside outside, String base) {
        this.outside = outside;
        this.base = base;
        String credentials = SandboxCredentials.LEARNING_LOCKER_KEY + ":" + SandboxCredentials.LEARNING_LOCKER_SECRET;
        this.headers = Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    /** The clients under a look-up key of Accolade's; Learning Locker makes one of its own with every store. */
    List<SeenClient> clients() {
        List<SeenClient> clients = new ArrayList<>();
        outside.get(base + "/v2/client", headers).forEach(one -> {
            if (one.path("api").path("basic_key").asText().startsWith(ClientKey.PREFIX)) {
                clients.add(client(one));
            }
        });
        return clients;
    }

    SeenClient client(String id) {
        return client(outside.get(base + "/v2/client/" + id, headers));
    }

    private static SeenClient client(JsonNode json) {
        List<String> scopes = new ArrayList<>();
        json.path("scopes").forEach(scope -> scopes.add(scope.asText()));
        return new SeenClient(json.path("_id").asText(), json.path("title").asText(), authority(json.path("authority")), scopes, json.path("isTrusted").asBoolean());
    }

    /** It is a JSON text inside the JSON. */
    private static String authority(JsonNode authority) {
        try {
            JsonNode agent = authority.isTextual() ? JSON.readTree(authority.asText()) : authority;
            return agent.path("name").asText() + " (" + agent.path("account").path("homePage").asText() + ")";
        } catch (IOException notJson) {
            return authority.asText();
        }
    }
}
