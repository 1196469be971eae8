package dev.accolade.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.sandbox.SandboxCredentials;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Badgr's own pages, read as the owner of the issuers. Source: docs/services/badgr.md */
final class BadgrSeen {

    private final Outside outside;
    private final String base;
    private final Map<String, String> headers;
    private final Map<String, String> badgeClasses;
    private final UnaryOperator<String> person;

    /** @param person from an e-mail to what a source calls the person */
    BadgrSeen(Outside outside, String base, UnaryOperator<String> person) {
        this.outside = outside;
        this.base = base;
        this.person = person;
        String form = "grant_type=password&client_id=" + SandboxCredentials.BADGR_CLIENT + "&scope=" + encoded("rw:profile rw:issuer")
                + "&username=" + encoded(SandboxCredentials.BADGR_USERNAME) + "&password=" + encoded(SandboxCredentials.BADGR_PASSWORD);
        JsonNode login = outside.send("POST", base + "/o/token", Map.of("Content-Type", "application/x-www-form-urlencoded"), BodyPublishers.ofString(form));
        this.headers = Map.of("Authorization", "Bearer " + login.path("access_token").asText(), "Accept", "application/json");
        this.badgeClasses = new LinkedHashMap<>();
        result("/v2/badgeclasses").forEach(one -> badgeClasses.put(one.path("name").asText(), one.path("entityId").asText()));
    }

    /** All assertions that are not revoked. */
    List<SeenAward> awards() {
        List<SeenAward> awards = new ArrayList<>();
        badgeClasses.forEach((badge, id) -> live("/v2/badgeclasses/" + id + "/assertions").forEach(one -> awards.add(award(badge, one))));
        return awards;
    }

    /** The live assertion of one badge for one address; empty when there is none. */
    Optional<SeenAward> award(String badge, String email) {
        return live("/v2/badgeclasses/" + badgeClasses.get(badge) + "/assertions?recipient=" + encoded(email)).stream().findFirst().map(one -> award(badge, one));
    }

    private SeenAward award(String badge, JsonNode assertion) {
        return new SeenAward(badge, person.apply(assertion.path("recipient").path("plaintextIdentity").asText()),
                base + "/public/assertions/" + assertion.path("entityId").asText());
    }

    private List<JsonNode> live(String path) {
        List<JsonNode> live = new ArrayList<>();
        result(path).forEach(one -> {
            if (!one.path("revoked").asBoolean()) {
                live.add(one);
            }
        });
        return live;
    }

    private JsonNode result(String path) {
        return outside.get(base + path, headers).path("result");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
