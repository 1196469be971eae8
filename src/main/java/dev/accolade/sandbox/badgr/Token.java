package dev.accolade.sandbox.badgr;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** An access token and, where it has one, its refresh token. Guarded by the world's lock. */
final class Token {

    final long row;
    final String access;
    final Optional<String> refresh;
    final Application application;
    final Optional<Account> account;
    final Set<String> scopes;
    final Instant created;
    Instant expires;
    boolean revoked;

    Token(long row, String access, Optional<String> refresh, Application application, Optional<Account> account, Set<String> scopes, Instant created,
          Instant expires) {
        this.row = row;
        this.access = access;
        this.refresh = refresh;
        this.application = application;
        this.account = account;
        this.scopes = new LinkedHashSet<>(scopes);
        this.created = created;
        this.expires = expires;
    }

    /** A reversible encoding of the row number. */
    String id() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("token" + row).getBytes(StandardCharsets.US_ASCII));
    }

    /** Empty when the id does not decode. */
    static Optional<Long> row(String id) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.US_ASCII);
            return text.matches("token\\d{1,18}") ? Optional.of(Long.parseLong(text.substring(5))) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    boolean alive(Instant now) {
        return !revoked && now.isBefore(expires);
    }

    boolean has(String scope) {
        return scopes.contains(scope);
    }

    @Override
    public String toString() {
        return "Token[" + row + "]";
    }
}
