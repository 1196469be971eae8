package dev.accolade.sandbox.badgr;

import dev.accolade.sandbox.Call;
import java.time.Instant;
import java.util.Optional;

/** Who calls, and what he may. */
final class Access {

    static final String SERVER_ADMIN = "rw:serverAdmin";
    static final String ISSUER = "rw:issuer";

    private static final String BEARER = "Bearer ";

    private final World world;

    Access(World world) {
        this.world = world;
    }

    /**
     * The caller of a v2 request.
     *
     * @throws Refusal 401 without a valid token; 500 with the token of an application that has no user
     */
    Caller caller(Visit visit) {
        Token token = text(visit.call()).flatMap(world.tokens::byAccess).filter(one -> one.alive(world.now())).orElseThrow(Refusal::unauthorized);
        slide(token);
        return new Caller(token, token.account.orElseThrow(Refusal::serverError));
    }

    /** A caller with one of these scopes, else 404. */
    Caller caller(Visit visit, String... scopes) {
        Caller caller = caller(visit);
        for (String scope : scopes) {
            if (caller.token().has(scope)) {
                return caller;
            }
        }
        throw Refusal.notFound();
    }

    /** A caller with one of these scopes and a verified address, else 404. */
    Caller verified(Visit visit, String... scopes) {
        Caller caller = caller(visit, scopes);
        if (!caller.account().verified()) {
            throw Refusal.notFound();
        }
        return caller;
    }

    /** The issuer with this id, if the caller may act on it in the given role, else 404. */
    Issuer issuer(Caller caller, String id, Role least) {
        return Optional.ofNullable(world.issuers.get(id)).filter(issuer -> may(caller, issuer, least)).orElseThrow(Refusal::notFound);
    }

    BadgeClass badgeClass(Caller caller, String id, Role least) {
        return Optional.ofNullable(world.classes.get(id)).filter(found -> may(caller, found.issuer, least)).orElseThrow(Refusal::notFound);
    }

    Assertion assertion(Caller caller, String id, Role least) {
        return world.assertions.byId(id).filter(found -> may(caller, found.badgeClass.issuer, least)).orElseThrow(Refusal::notFound);
    }

    boolean may(Caller caller, Issuer issuer, Role least) {
        Token token = caller.token();
        if (token.has(SERVER_ADMIN) || token.has("rw:issuer:" + issuer.id)) {
            return true;
        }
        return (world.settings.laxScopes() || token.has(ISSUER)) && issuer.hasOnStaff(caller.account(), least);
    }

    private void slide(Token token) {
        Settings settings = world.settings;
        Instant now = world.now();
        if (settings.sliding() && token.expires.isBefore(now.plusSeconds(settings.accessTokenSeconds() / 2))) {
            token.expires = now.plusSeconds(settings.accessTokenSeconds());
        }
    }

    private static Optional<String> text(Call call) {
        Optional<String> header = call.header("Authorization");
        if (header.isEmpty()) {
            return call.parameter("access_token");
        }
        String text = header.get().strip();
        boolean bearer = text.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return bearer ? Optional.of(text.substring(BEARER.length()).strip()) : Optional.empty();
    }
}
