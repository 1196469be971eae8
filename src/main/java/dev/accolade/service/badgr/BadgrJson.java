package dev.accolade.service.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Badgr's JSON and our records. Source: docs/services/badgr.md, sections 5 to 7. */
final class BadgrJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private BadgrJson() {
    }

    static Issuer issuer(JsonNode json) {
        return new Issuer(text(json, "entityId"), text(json, "name"));
    }

    static BadgeClass badgeClass(JsonNode json) {
        return new BadgeClass(text(json, "entityId"), text(json, "issuer"), text(json, "name"), json.hasNonNull("image"));
    }

    static Assertion assertion(JsonNode json) {
        JsonNode recipient = json.path("recipient");
        String identity = optional(recipient, "plaintextIdentity").orElseGet(() -> text(recipient, "identity"));
        Instant issuedOn = time(text(json, "issuedOn"));
        return new Assertion(text(json, "entityId"), text(json, "badgeclass"), text(json, "issuer"), optional(json, "createdBy"), identity,
                optional(recipient, "type").orElse("email"), issuedOn, optional(json, "createdAt").map(BadgrJson::time).orElse(issuedOn),
                optional(json, "expires").map(BadgrJson::time), json.path("revoked").asBoolean(), optional(json, "revocationReason"),
                optional(json, "acceptance").orElse("Unaccepted"), optional(json, "narrative"), evidence(json.path("evidence")));
    }

    /** The account with this e-mail on the staff of an issuer; empty when it is not there. */
    static Optional<String> staff(JsonNode issuer, String email) {
        for (JsonNode one : issuer.path("staff")) {
            for (JsonNode address : one.path("userProfile").path("emails")) {
                if (address.path("email").asText().equalsIgnoreCase(email)) {
                    return optional(one, "user");
                }
            }
        }
        return Optional.empty();
    }

    private static List<Evidence> evidence(JsonNode json) {
        List<Evidence> items = new ArrayList<>();
        for (JsonNode item : json) {
            if (item.hasNonNull("url") || item.hasNonNull("narrative")) {
                items.add(new Evidence(optional(item, "url"), optional(item, "narrative")));
            }
        }
        return items;
    }

    static ObjectNode issue(IssueRequest request) {
        ObjectNode json = JSON.createObjectNode();
        json.putObject("recipient").put("identity", request.recipientEmail()).put("type", "email");
        request.narrative().ifPresent(text -> json.put("narrative", text));
        ArrayNode evidence = json.putArray("evidence");
        for (Evidence item : request.evidence()) {
            ObjectNode one = evidence.addObject();
            item.url().ifPresent(url -> one.put("url", url));
            item.narrative().ifPresent(text -> one.put("narrative", text));
        }
        request.issuedOn().ifPresent(time -> json.put("issuedOn", time.toString()));
        request.expires().ifPresent(time -> json.put("expires", time.toString()));
        return json.put("notify", request.notifyRecipient()).put("allowDuplicateAwards", request.allowDuplicateAwards());
    }

    static ObjectNode issueMany(List<IssueRequest> requests) {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode assertions = json.putArray("assertions");
        requests.forEach(request -> assertions.add(issue(request)));
        return json;
    }

    static ArrayNode revoke(List<Revocation> revocations) {
        ArrayNode json = JSON.createArrayNode();
        revocations.forEach(one -> json.addObject().put("entityId", one.entityId()).put("revocationReason", one.reason()));
        return json;
    }

    static RevokeRow revokeRow(String entityId, JsonNode json) {
        String reason = json.path("reason").asText("");
        RevokeRow.Outcome outcome = json.path("revoked").asBoolean() ? RevokeRow.Outcome.REVOKED
                : reason.contains("already revoked") ? RevokeRow.Outcome.ALREADY_REVOKED
                : reason.contains("permission denied or object not found") ? RevokeRow.Outcome.NOT_FOUND_OR_NO_RIGHT
                : RevokeRow.Outcome.INVALID;
        return new RevokeRow(entityId, outcome, outcome == RevokeRow.Outcome.REVOKED ? "" : reason);
    }

    static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @throws IllegalArgumentException naming what is missing */
    private static String text(JsonNode json, String name) {
        return optional(json, name).orElseThrow(() -> new IllegalArgumentException("no " + name));
    }

    private static Optional<String> optional(JsonNode json, String name) {
        return json.path(name).isTextual() ? Optional.of(json.path(name).asText()) : Optional.empty();
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException noTime) {
            throw new IllegalArgumentException("a time that cannot be read", noTime);
        }
    }
}
