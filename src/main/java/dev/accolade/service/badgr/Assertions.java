package dev.accolade.service.badgr;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.Request;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Reading, changing and revoking assertions. Source: docs/services/badgr.md, section 7. */
final class Assertions {

    private static final int MOST_REVOCATIONS = 500;

    private final Api api;

    Assertions(Api api) {
        this.api = api;
    }

    void ofBadgeClass(String badgeClassId, AssertionFilter filter, Consumer<List<Assertion>> page) {
        pages("/v2/badgeclasses/" + Api.checked(badgeClassId) + "/assertions", filter, page);
    }

    void ofIssuer(String issuerId, AssertionFilter filter, Consumer<List<Assertion>> page) {
        pages("/v2/issuers/" + Api.checked(issuerId) + "/assertions", filter, page);
    }

    private void pages(String path, AssertionFilter filter, Consumer<List<Assertion>> page) {
        Request request = filtered(Request.of("GET", path), filter);
        for (String recipient : filter.recipient().stream().toList()) {
            request = request.query("recipient", recipient);
        }
        api.pages(request.query("num", Api.PAGE_SIZE), BadgrJson::assertion, page);
    }

    /** Those of the account that logs in, from its backpack; never paged. */
    List<Assertion> own(AssertionFilter filter) {
        return api.list(filtered(Request.of("GET", "/v2/backpack/assertions"), filter), BadgrJson::assertion);
    }

    Assertion get(String entityId) {
        return api.one(Request.of("GET", one(entityId)), BadgrJson::assertion);
    }

    Assertion update(String entityId, AssertionChange change) {
        return api.one(Api.json("PUT", one(entityId), Bodies.change(change)), BadgrJson::assertion);
    }

    /** @throws AlreadyRevokedException when it was revoked before */
    Assertion delete(Revocation revocation) {
        Request request = Api.json("DELETE", one(revocation.entityId()), JsonNodeFactory.instance.objectNode().put("revocation_reason", revocation.reason()));
        return api.one(request, BadgrJson::assertion);
    }

    List<RevokeRow> revoke(List<Revocation> revocations) {
        if (revocations.size() > MOST_REVOCATIONS) {
            throw new IllegalArgumentException(revocations.size() + " revocations in one request; at most " + MOST_REVOCATIONS);
        }
        if (revocations.isEmpty()) {
            return List.of();
        }
        Request request = Api.json("POST", "/v2/assertions/revoke", Bodies.revoke(revocations));
        JsonReply reply = api.send(request);
        return api.understood(request, reply, () -> rows(revocations, reply));
    }

    private static List<RevokeRow> rows(List<Revocation> revocations, JsonReply reply) {
        int rows = BadgrJson.result(reply.json()).size();
        if (rows != revocations.size()) {
            throw new IllegalArgumentException(rows + " results for " + revocations.size() + " revocations");
        }
        return IntStream.range(0, rows)
                .mapToObj(i -> BadgrJson.revokeRow(revocations.get(i).entityId(), BadgrJson.result(reply.json()).get(i))).toList();
    }

    private static Request filtered(Request request, AssertionFilter filter) {
        Request result = filter.includeRevoked() ? request.query("include_revoked", "1") : request;
        return filter.includeExpired() ? result.query("include_expired", "1") : result;
    }

    private static String one(String entityId) {
        return "/v2/assertions/" + Api.checked(entityId);
    }
}
