package dev.accolade.sandbox.badgr;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All accounts, found by id or by e-mail in any case. Guarded by the world's lock. */
final class Accounts {

    private final Map<String, Account> byId = new HashMap<>();
    private final Map<String, Account> byEmail = new HashMap<>();

    /** A later account with the same address is the one found by it. */
    void add(Account account) {
        byId.put(account.id(), account);
        byEmail.put(account.email().toLowerCase(Locale.ROOT), account);
    }

    Optional<Account> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Account> byEmail(String email) {
        return Optional.ofNullable(byEmail.get(email.toLowerCase(Locale.ROOT)));
    }
}
