package dev.accolade.sandbox.badgr;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All tokens ever given. Guarded by the world's lock. */
final class Tokens {

    private static final long CENTURY_SECONDS = 100L * 365 * 86_400;

    private final Map<Long, Token> byRow = new LinkedHashMap<>();
    private final Map<String, Token> byAccess = new HashMap<>();
    private final Map<String, Token> byRefresh = new HashMap<>();
    private final Map<String, Token> ofIssuers = new HashMap<>();

    /** A new token; tokens given before stay valid. */
    Token give(Application application, Optional<Account> account, Set<String> scopes, boolean withRefresh, Instant now, long seconds) {
        Optional<String> refresh = withRefresh ? Optional.of(Identifiers.token()) : Optional.empty();
        Token token = new Token(byRow.size() + 1L, Identifiers.token(), refresh, application, account, scopes, now, now.plusSeconds(seconds));
        byRow.put(token.row, token);
        byAccess.put(token.access, token);
        refresh.ifPresent(text -> byRefresh.put(text, token));
        return token;
    }

    /** The lasting token for one issuer, the same at each request of an application. It acts for the application's account. */
    Token forIssuer(Application application, Issuer issuer, Instant now) {
        return ofIssuers.compute(application.clientId() + " " + issuer.id, (key, given) -> given != null && given.alive(now) ? given
                : give(application, application.account(), Set.of("rw:issuer:" + issuer.id), false, now, CENTURY_SECONDS));
    }

    Optional<Token> byAccess(String text) {
        return Optional.ofNullable(byAccess.get(text));
    }

    /** A refresh token that was not used or revoked; its access token may be dead. */
    Optional<Token> byRefresh(String text) {
        return Optional.ofNullable(byRefresh.get(text));
    }

    Optional<Token> byRow(long row) {
        return Optional.ofNullable(byRow.get(row));
    }

    Collection<Token> all() {
        return byRow.values();
    }

    /** Ends a token together with its refresh token. */
    void end(Token token) {
        token.revoked = true;
        token.refresh.ifPresent(byRefresh::remove);
    }
}
