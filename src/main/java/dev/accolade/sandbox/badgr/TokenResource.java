package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

/** {@code /v2/auth/tokens} and {@code /v2/tokens/issuers}. */
final class TokenResource {

    private static final String SCOPE = "rw:profile";

    private final World world;
    private final Access access;

    TokenResource(World world, Access access) {
        this.world = world;
        this.access = access;
    }

    Reply list(Visit visit) {
        Caller caller = access.caller(visit, SCOPE);
        ArrayNode result = Json.array();
        world.tokens.all().stream().filter(token -> token.alive(world.now()) && token.account.filter(caller.account()::equals).isPresent())
                .forEach(token -> result.add(Shapes.token(token)));
        return Reply.ok(200, result);
    }

    Reply get(Visit visit) {
        access.caller(visit, SCOPE);
        return Reply.ok(200, Shapes.token(token(visit)));
    }

    Reply revoke(Visit visit) {
        access.caller(visit, SCOPE);
        token(visit).revoked = true;
        return Reply.nothing(204);
    }

    /** Whose token it is does not matter to this server version. */
    private Token token(Visit visit) {
        long row = Token.row(visit.id()).orElseThrow(Refusal::serverError);
        return world.tokens.byRow(row).filter(token -> token.alive(world.now())).orElseThrow(Refusal::notFound);
    }

    Reply ofIssuers(Visit visit) {
        Caller caller = access.verified(visit, Access.ISSUER);
        JsonNode wanted = visit.data().path("issuers");
        if (!wanted.isArray()) {
            throw Refusal.field("issuers", "field is required");
        }
        ArrayNode result = Json.array();
        for (JsonNode id : wanted) {
            Issuer issuer = world.issuers.get(id.asText());
            if (issuer == null || !access.may(caller, issuer, Role.STAFF)) {
                throw Refusal.field("issuers", "unknown issuer");
            }
            Token token = world.tokens.forIssuer(caller.token().application, issuer, world.now());
            result.addObject().put("token", token.access).put("issuer", issuer.id).put("expires", Moments.zulu(token.expires));
        }
        return Reply.ok(200, result);
    }
}
