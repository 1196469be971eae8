package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** {@code POST /v2/assertions/revoke}: always a success as a whole; each item has its own outcome. */
final class RevokeResource {

    static final String ALREADY = "Assertion is already revoked";

    private final World world;
    private final Access access;

    RevokeResource(World world, Access access) {
        this.world = world;
        this.access = access;
    }

    static void revoke(World world, Assertion assertion, String reason) {
        assertion.revocation = Optional.of(reason);
        world.touch(assertion);
    }

    /** Nothing to revoke is a success for anybody, even without a token. */
    Reply many(Visit visit) {
        JsonNode items = visit.data();
        if (items.isContainerNode() && items.isEmpty()) {
            return Reply.bare(200, Reply.envelope("revoked badges", Json.array()));
        }
        if (!items.isArray() || !StreamSupport.stream(items.spliterator(), false).allMatch(JsonNode::isObject)) {
            throw Refusal.serverError();
        }
        Caller caller = access.caller(visit);
        ArrayNode result = Json.array();
        items.forEach(item -> result.add(outcome(caller, item)));
        return Reply.bare(200, Reply.envelope("revoked badges", result));
    }

    private ObjectNode outcome(Caller caller, JsonNode item) {
        Optional<String> id = given(item, "entityId");
        Optional<String> reason = id.flatMap(known -> given(item, "revocationReason"));
        Optional<String> refusal = refusal(caller, id, reason);
        ObjectNode outcome = Json.object().put("revoked", refusal.isEmpty());
        id.ifPresent(text -> outcome.put("entityId", text));
        reason.ifPresent(text -> outcome.put("revocationReason", text));
        refusal.ifPresent(text -> outcome.put("reason", text));
        return outcome;
    }

    /** Revokes, or says why not. */
    private Optional<String> refusal(Caller caller, Optional<String> id, Optional<String> reason) {
        if (id.isEmpty()) {
            return Optional.of("entityId is required");
        }
        if (reason.isEmpty()) {
            return Optional.of("revocationReason is required");
        }
        Optional<Assertion> found = world.assertions.byId(id.get())
                .filter(assertion -> !assertion.orphaned && access.may(caller, assertion.badgeClass.issuer, Role.EDITOR));
        if (found.isEmpty()) {
            return Optional.of("permission denied or object not found");
        }
        if (found.get().revoked()) {
            return Optional.of("['" + ALREADY + "']");
        }
        if (reason.get().isEmpty()) {
            return Optional.of("['revocation_reason is required']");
        }
        revoke(world, found.get(), reason.get());
        return Optional.empty();
    }

    private static Optional<String> given(JsonNode item, String name) {
        return item.hasNonNull(name) ? Optional.of(item.get(name).asText()) : Optional.empty();
    }
}
