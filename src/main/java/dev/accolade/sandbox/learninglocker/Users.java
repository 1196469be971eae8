package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The people of a Learning Locker and their tokens. Safe for several threads. */
final class Users {

    static final Duration LIFETIME = Duration.ofHours(1);
    static final Duration REFRESHABLE = Duration.ofDays(7);

    private static final int MOST_FAILURES = 5;
    private static final Duration LOCK = Duration.ofMinutes(30);

    private static final class User {
        private final JsonNode described;
        private int failures;
        private Instant lockedUntil = Instant.MIN;

        User(JsonNode described) {
            this.described = described;
        }
    }

    private final Map<String, User> byId = new HashMap<>();
    private final Clock clock;
    private final Jwt jwt;

    Users(Clock clock, String key) {
        this.clock = clock;
        this.jwt = new Jwt(key);
    }

    /** Adds a user, or puts a changed one in its place. */
    synchronized void put(String id, JsonNode described) {
        byId.put(id, new User(described));
    }

    synchronized void clear() {
        byId.clear();
    }

    /** The id of the user whose password this is; five wrong ones lock the account, and then the right one is of no use either. */
    synchronized Optional<String> enter(Caller.Credentials sent) {
        Optional<Map.Entry<String, User>> found = byId.entrySet().stream()
                .filter(one -> one.getValue().described.path("email").asText().equals(sent.key().toLowerCase(Locale.ROOT))).findFirst();
        if (found.isEmpty() || clock.instant().isBefore(found.get().getValue().lockedUntil)) {
            return Optional.empty();
        }
        User user = found.get().getValue();
        if (user.described.path("password").asText().equals(sent.secret())) {
            user.failures = 0;
            return Optional.of(found.get().getKey());
        }
        if (++user.failures >= MOST_FAILURES) {
            user.failures = 0;
            user.lockedUntil = clock.instant().plus(LOCK);
        }
        return Optional.empty();
    }

    /** A token; empty when the user has nothing to do with that organisation. */
    synchronized Optional<String> token(String userId, Optional<String> organisation, Duration lifetime) {
        return payload(userId, organisation).map(payload -> jwt.issue(payload, clock.instant(), clock.instant().plus(lifetime)));
    }

    /** What a token says, if it would say the same today. */
    synchronized Optional<JsonNode> read(String token) {
        return jwt.read(token, clock.instant()).filter(said -> payload(said.path("userId").asText(), organisation(said))
                .filter(today -> today.properties().stream().allMatch(one -> one.getValue().equals(said.get(one.getKey())))).isPresent());
    }

    /** The caller that sent a token. */
    synchronized Optional<Caller> caller(String token) {
        return read(token).map(said -> {
            List<String> scopes = new ArrayList<>();
            said.path("scopes").forEach(scope -> scopes.add(scope.asText()));
            List<String> organisations = new ArrayList<>();
            byId.get(said.path("userId").asText()).described.path("organisations").forEach(one -> organisations.add(one.path("organisation").asText()));
            Optional<String> organisation = organisation(said);
            Caller.Kind kind = organisation.isPresent() ? Caller.Kind.ORGANISATION : Caller.Kind.USER;
            return new Caller(kind, Paths.NODES.objectNode(), scopes, organisation, organisations);
        });
    }

    static Optional<String> organisation(JsonNode said) {
        return said.path("tokenType").asText().equals("organisation") ? Optional.of(said.path("tokenId").asText()) : Optional.empty();
    }

    private Optional<ObjectNode> payload(String userId, Optional<String> organisation) {
        User user = byId.get(userId);
        if (user == null) {
            return Optional.empty();
        }
        Set<String> scopes = new LinkedHashSet<>();
        user.described.path("scopes").forEach(scope -> scopes.add(scope.asText()));
        boolean member = organisation.isEmpty();
        for (JsonNode one : user.described.path("organisations")) {
            if (organisation.equals(Optional.of(one.path("organisation").asText()))) {
                member = true;
                one.path("scopes").forEach(scope -> scopes.add(scope.asText()));
            }
        }
        return member || scopes.contains("site_admin") ? Optional.of(payload(userId, organisation, scopes)) : Optional.empty();
    }

    private static ObjectNode payload(String userId, Optional<String> organisation, Set<String> scopes) {
        ObjectNode payload = Paths.NODES.objectNode().put("userId", userId).put("provider", "native");
        scopes.forEach(payload.putArray("scopes")::add);
        payload.put("tokenType", organisation.isPresent() ? "organisation" : "user").put("tokenId", organisation.orElse(userId));
        payload.putObject("extensions");
        payload.putObject("filter");
        organisation.ifPresent(id -> payload.put("organisation", id));
        return payload;
    }
}
