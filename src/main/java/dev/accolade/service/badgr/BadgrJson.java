package dev.accolade.service.badgr;

import static dev.accolade.service.badgr.Fields.flag;
import static dev.accolade.service.badgr.Fields.list;
import static dev.accolade.service.badgr.Fields.object;
import static dev.accolade.service.badgr.Fields.optional;
import static dev.accolade.service.badgr.Fields.optionalTime;
import static dev.accolade.service.badgr.Fields.text;
import static dev.accolade.service.badgr.Fields.time;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.service.badgr.BadgeClass.Alignment;
import dev.accolade.service.badgr.BadgeClass.Lifetime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** From Badgr's JSON to our records; whatever is not as it should be is an {@link IllegalArgumentException}. Source: docs/services/badgr.md */
final class BadgrJson {

    private BadgrJson() {
    }

    /** The list in the envelope of a success. */
    static JsonNode result(JsonNode json) {
        JsonNode success = json.path("status").path("success");
        if (!json.path("result").isArray()) {
            throw new IllegalArgumentException("no result");
        }
        if (!success.isBoolean() || !success.booleanValue()) {
            throw new IllegalArgumentException("a result without success");
        }
        return json.path("result");
    }

    /** Address of the next page of a feed; empty on the last. */
    static Optional<String> nextResults(JsonNode json) {
        JsonNode pagination = object(json, "pagination").orElseThrow(() -> new IllegalArgumentException("no pagination"));
        return flag(pagination, "hasNext") ? Optional.of(text(pagination, "nextResults")) : Optional.empty();
    }

    static Issuer issuer(JsonNode json) {
        return new Issuer(text(json, "entityId"), text(json, "name"), optional(json, "openBadgeId"), optional(json, "email"), optional(json, "url"),
                optional(json, "description"), optional(json, "image"),
                list(json, "staff", one -> new Issuer.Member(text(one, "user"), text(one, "role"))));
    }

    static BadgeClass badgeClass(JsonNode json) {
        return new BadgeClass(text(json, "entityId"), text(json, "issuer"), text(json, "name"), optional(json, "openBadgeId"),
                optional(json, "description"), optional(json, "image"), optional(json, "criteriaUrl"), optional(json, "criteriaNarrative"),
                list(json, "tags", Fields::word), list(json, "alignments", BadgrJson::alignment), object(json, "expires").flatMap(BadgrJson::lifetime));
    }

    private static Alignment alignment(JsonNode json) {
        return new Alignment(text(json, "targetName"), text(json, "targetUrl"), optional(json, "targetDescription"), optional(json, "targetFramework"),
                optional(json, "targetCode"));
    }

    private static Optional<Lifetime> lifetime(JsonNode json) {
        if (!json.hasNonNull("amount") || !json.hasNonNull("duration")) {
            return Optional.empty();
        }
        if (!json.path("amount").canConvertToInt() || !json.path("amount").isIntegralNumber()) {
            throw Fields.wrong("amount");
        }
        return Optional.of(new Lifetime(json.path("amount").intValue(), text(json, "duration")));
    }

    static Assertion assertion(JsonNode json) {
        JsonNode recipient = object(json, "recipient").orElseThrow(() -> new IllegalArgumentException("a result with no recipient"));
        String identity = optional(recipient, "plaintextIdentity").orElseGet(() -> text(recipient, "identity"));
        Instant issuedOn = time(json, "issuedOn");
        return new Assertion(text(json, "entityId"), text(json, "badgeclass"), text(json, "issuer"), optional(json, "createdBy"), identity,
                optional(recipient, "type").orElse("email"), issuedOn, optionalTime(json, "createdAt").orElse(issuedOn),
                optionalTime(json, "expires"), flag(json, "revoked"), optional(json, "revocationReason"),
                optional(json, "acceptance").orElse("Unaccepted"), optional(json, "narrative"), evidence(json), optional(json, "image"));
    }

    private static List<Evidence> evidence(JsonNode json) {
        return list(json, "evidence", one -> one).stream().filter(one -> filled(one, "url") || filled(one, "narrative"))
                .map(one -> new Evidence(optional(one, "url"), optional(one, "narrative"))).toList();
    }

    private static boolean filled(JsonNode json, String name) {
        return optional(json, name).filter(text -> !text.isBlank()).isPresent();
    }

    static BadgeCollection collection(JsonNode json) {
        return new BadgeCollection(text(json, "entityId"), text(json, "name"), optional(json, "description").orElse(""), flag(json, "published"),
                optional(json, "share_url"), list(json, "assertions", Fields::word));
    }

    static AccessToken token(JsonNode json) {
        JsonNode application = object(json, "application").orElseThrow(() -> new IllegalArgumentException("a result with no application"));
        return new AccessToken(text(json, "entityId"), text(application, "clientId"), text(json, "scope"), time(json, "expires"), time(json, "created"));
    }

    static String entityId(JsonNode json) {
        return text(json, "entityId");
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

    /** @param entityId what was to be revoked in this row */
    static RevokeRow revokeRow(String entityId, JsonNode json) {
        if (!optional(json, "entityId").map(entityId::equals).orElse(true)) {
            throw new IllegalArgumentException("a row about another assertion");
        }
        if (!json.path("revoked").isBoolean()) {
            throw Fields.wrong("revoked");
        }
        String reason = optional(json, "reason").orElse("");
        RevokeRow.Outcome outcome = flag(json, "revoked") ? RevokeRow.Outcome.REVOKED
                : reason.contains("already revoked") ? RevokeRow.Outcome.ALREADY_REVOKED
                : reason.contains("permission denied or object not found") ? RevokeRow.Outcome.NOT_FOUND_OR_NO_RIGHT
                : RevokeRow.Outcome.INVALID;
        return new RevokeRow(entityId, outcome, outcome == RevokeRow.Outcome.REVOKED ? "" : reason);
    }

    static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
