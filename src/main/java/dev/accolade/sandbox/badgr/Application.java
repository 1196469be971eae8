package dev.accolade.sandbox.badgr;

import java.util.Optional;
import java.util.Set;

/**
 * An OAuth application.
 *
 * @param confidential  has to show its secret
 * @param grant         the one grant beside {@code refresh_token} it may use
 * @param scopes        what it may ask for; {@code rw:issuer:*} stands for any one issuer
 * @param account       whom its own tokens act for
 */
record Application(String clientId, String name, boolean confidential, String secret, String grant, Set<String> scopes, boolean refreshTokens,
                   Optional<Account> account) {

    boolean allows(String scope) {
        return scopes.contains(scope) || scope.startsWith("rw:issuer:") && scopes.contains("rw:issuer:*");
    }

    @Override
    public String toString() {
        return "Application[" + clientId + "]";
    }
}
