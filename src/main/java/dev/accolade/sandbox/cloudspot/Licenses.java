package dev.accolade.sandbox.cloudspot;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Applications, companies, users and what they may do. Safe for several threads. */
final class Licenses {

    /** A company's slugs in one application, as clients get them. */
    record Entry(String company_id, String company_name, List<String> permissions) {
    }

    /** A user known by a token, in the application the token is for. */
    record Holder(Account account, String application) {
    }

    /** A token that lets support staff enter as somebody. */
    record Impersonation(String token, String application, String username, String company) {
    }

    /** Without this slug a company is not there for the application. */
    static final String ENTRY_TICKET = "use_app";

    private final Map<String, Optional<String>> webhooks = new LinkedHashMap<>();
    private final Map<String, String> companies = new LinkedHashMap<>();
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, Holder> tokens = new LinkedHashMap<>();
    private final Map<String, Impersonation> impersonations = new LinkedHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private volatile Habits habits = Habits.USUAL;

    Habits habits() {
        return habits;
    }

    void speak(Habits other) {
        habits = other;
    }

    synchronized void application(String id, Optional<String> webhook) {
        webhooks.put(id, webhook);
    }

    synchronized boolean knows(String application) {
        return webhooks.containsKey(application);
    }

    synchronized List<String> applications() {
        return List.copyOf(webhooks.keySet());
    }

    synchronized Optional<String> webhook(String application) {
        return webhooks.getOrDefault(application, Optional.empty());
    }

    synchronized void company(String id, String name) {
        companies.put(id, name);
    }

    synchronized Optional<String> companyName(String id) {
        return Optional.ofNullable(companies.get(id));
    }

    synchronized void add(Account account) {
        accounts.put(account.key(), account);
    }

    synchronized Optional<Account> account(String username) {
        return Optional.ofNullable(accounts.get(Account.key(username)));
    }

    synchronized int users() {
        return accounts.size();
    }

    synchronized void add(Impersonation impersonation) {
        impersonations.put(impersonation.token(), impersonation);
    }

    synchronized Optional<Impersonation> impersonation(String token) {
        return Optional.ofNullable(impersonations.get(token));
    }

    /** Replaces what the user may do in one company; an empty list takes everything. */
    synchronized void grant(Account account, String application, String company, List<String> slugs) {
        Map<String, Set<String>> byCompany = account.grants.computeIfAbsent(application, id -> new LinkedHashMap<>());
        if (slugs.isEmpty()) {
            byCompany.remove(company);
        } else {
            byCompany.put(company, new LinkedHashSet<>(slugs));
        }
    }

    /** The companies with the entry ticket, each with all slugs. */
    synchronized List<Entry> entries(Account account, String application) {
        List<Entry> entries = new ArrayList<>();
        account.grants.getOrDefault(application, Map.of()).forEach((company, slugs) -> {
            if (slugs.contains(ENTRY_TICKET)) {
                entries.add(new Entry(company, companies.get(company), List.copyOf(slugs)));
            }
        });
        return entries;
    }

    /** What the user may do in one company, with or without the entry ticket. */
    synchronized List<String> slugs(Account account, String application, String company) {
        return List.copyOf(account.grants.getOrDefault(application, Map.of()).getOrDefault(company, Set.of()));
    }

    /** Who may enter with this password; empty when name, password or the account is not right. */
    synchronized Optional<Account> authenticated(String username, String password) {
        return account(username).filter(account -> account.active && account.password != null && account.password.equals(password));
    }

    /** A new token; the one before it dies. */
    synchronized String enter(Account account, String application) {
        byte[] bytes = new byte[20];
        random.nextBytes(bytes);
        return give(account, application, String.format("%040x", new BigInteger(1, bytes)));
    }

    synchronized String give(Account account, String application, String token) {
        revokeTokens(account, application);
        account.tokens.put(application, token);
        tokens.put(token, new Holder(account, application));
        return token;
    }

    synchronized void revokeTokens(Account account, String application) {
        Optional.ofNullable(account.tokens.remove(application)).ifPresent(tokens::remove);
    }

    synchronized Optional<Account> holder(String token) {
        return Optional.ofNullable(tokens.get(token)).map(Holder::account).filter(account -> account.active);
    }

    /** The live token of a user in an application. */
    synchronized Optional<String> token(Account account, String application) {
        return Optional.ofNullable(account.tokens.get(application));
    }

    synchronized void rename(Account account, String username) {
        accounts.remove(account.key());
        account.username = username;
        accounts.put(account.key(), account);
    }
}
