package dev.accolade.sandbox.cave;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All the server knows. Not safe by itself: the stand-in's lock guards it. */
final class Tables {

    /** A permission, or an app. */
    record Named(int id, String name) {
    }

    /** Terms of service. */
    record Terms(int id, String name, String text) {
    }

    final Clock clock;
    final NavigableMap<Integer, User> users = new TreeMap<>();
    final Map<String, Integer> emails = new HashMap<>();
    final NavigableMap<Integer, Group> groups = new TreeMap<>();
    final Map<String, Integer> groupNames = new HashMap<>();
    final NavigableMap<Integer, Dataset> datasets = new TreeMap<>();
    final NavigableMap<Integer, Named> permissions = new TreeMap<>();
    final NavigableMap<Integer, Terms> terms = new TreeMap<>();
    final NavigableMap<Integer, Named> apps = new TreeMap<>();
    /** Dataset names by {@code service/table}. */
    final Map<String, String> mappings = new TreeMap<>();
    /** Public roots, {@code table/root}. */
    final Set<String> publicRoots = new TreeSet<>();
    private final Map<String, Token> tokens = new HashMap<>();
    private final Map<Integer, List<Token>> tokensOf = new HashMap<>();
    private final Map<String, Integer> sequences = new HashMap<>();
    private final SecureRandom random = new SecureRandom();

    Tables(Clock clock) {
        this.clock = clock;
    }

    /** The next id of a table; a failed insert uses one up too. */
    int next(String table) {
        return sequences.merge(table, 1, Integer::sum);
    }

    /** Says that an id is taken, so that later ones are greater. */
    void taken(String table, int id) {
        sequences.merge(table, id, Math::max);
    }

    /** People, without service accounts, by ascending id. */
    Stream<User> people() {
        return users.values().stream().filter(user -> !user.serviceAccount());
    }

    Optional<User> person(int id) {
        return Optional.ofNullable(users.get(id)).filter(user -> !user.serviceAccount());
    }

    Optional<User> serviceAccount(int id) {
        return Optional.ofNullable(users.get(id)).filter(User::serviceAccount);
    }

    /** Makes a user who is a member of the default group; empty when the address is taken. */
    Optional<User> addUser(String email, String name, Optional<Integer> parent) {
        int id = next("users");
        if (emails.containsKey(email)) {
            return Optional.empty();
        }
        User user = new User(id, email, name, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), parent);
        put(user);
        Optional.ofNullable(groupNames.get("default")).ifPresent(group -> join(group, id, false));
        return Optional.of(user);
    }

    void put(User user) {
        users.put(user.id, user);
        emails.put(user.email, user.id);
        taken("users", user.id);
    }

    void deleteUser(int id) {
        User user = users.remove(id);
        if (user != null) {
            emails.remove(user.email);
            user.groups.keySet().forEach(group -> groups.get(group).members.remove(id));
            datasets.values().forEach(dataset -> dataset.admins.remove(id));
            List.copyOf(tokensOf(id)).forEach(this::delete);
        }
    }

    /** Makes a group; empty when the name is taken. */
    Optional<Group> addGroup(String name) {
        int id = next("groups");
        if (name == null || groupNames.containsKey(name)) {
            return Optional.empty();
        }
        return Optional.of(put(new Group(id, name)));
    }

    Group put(Group group) {
        groups.put(group.id, group);
        groupNames.put(group.name, group.id);
        taken("groups", group.id);
        return group;
    }

    void deleteGroup(int id) {
        Group group = groups.remove(id);
        if (group != null) {
            groupNames.remove(group.name);
            group.members.forEach(member -> users.get(member).groups.remove(id));
        }
    }

    /** Makes a member; false when there is no such user or group, or the user is one already. */
    boolean join(int group, int user, boolean admin) {
        if (!groups.containsKey(group) || !users.containsKey(user) || !groups.get(group).members.add(user)) {
            return false;
        }
        users.get(user).groups.put(group, admin);
        return true;
    }

    /** Ends a membership; false when there was none. */
    boolean leave(int group, int user) {
        if (!groups.containsKey(group) || !groups.get(group).members.remove(user)) {
            return false;
        }
        users.get(user).groups.remove(group);
        return true;
    }

    /** The flag of a membership; empty when there is none. */
    Optional<Boolean> membership(int group, int user) {
        return Optional.ofNullable(users.get(user)).map(found -> found.groups.get(group));
    }

    /** A token that is alive. */
    Optional<Token> token(String secret) {
        return Optional.ofNullable(tokens.get(secret)).filter(token -> token.expires.map(clock.instant()::isBefore).orElse(true));
    }

    List<Token> tokensOf(int user) {
        return tokensOf.getOrDefault(user, List.of());
    }

    Token put(Token token) {
        tokens.put(token.secret, token);
        tokensOf.computeIfAbsent(token.user, fresh -> new ArrayList<>()).add(token);
        if (token.apiKey()) {
            taken("tokens", token.id);
        }
        token.rights = Rights.of(users.get(token.user), this);
        return token;
    }

    /** A new API key. */
    Token key(int user, Optional<String> description) {
        return put(new Token(next("tokens"), user, secret(), description, clock.instant(), Optional.empty()));
    }

    /** Another secret for an API key; the old one dies. */
    Token refresh(Token old) {
        delete(old);
        Token fresh = new Token(old.id, old.user, secret(), old.description, old.created, Optional.empty());
        fresh.lastUsed = old.lastUsed;
        fresh.updated = clock.instant();
        return put(fresh);
    }

    private String secret() {
        byte[] secret = new byte[16];
        random.nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    void delete(Token token) {
        tokens.remove(token.secret);
        tokensOf(token.user).remove(token);
    }

    /** Renews the rights kept with the tokens of one user. */
    void renew(int user) {
        tokensOf(user).forEach(token -> token.rights = Rights.of(users.get(user), this));
    }

    /** Renews the rights kept with the tokens of a group's members. */
    void renewMembers(int group) {
        Group found = groups.get(group);
        if (found != null) {
            List.copyOf(tokensOf.keySet()).stream().filter(found.members::contains).forEach(this::renew);
        }
    }

    int tokenCount() {
        return tokens.size();
    }
}
