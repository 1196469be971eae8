package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A badge class with its assertions, also by recipient. Guarded by the world's lock. */
final class BadgeClass implements Dated {

    final String id;
    final String createdBy;
    final Issuer issuer;
    final Timeline<Assertion> assertions = new Timeline<>();
    final Map<String, List<Assertion>> byRecipient = new HashMap<>();
    private final Instant createdAt;
    Instant updatedAt;
    String name;
    String description;
    Optional<Picture> picture = Optional.empty();
    Optional<String> criteriaUrl = Optional.empty();
    Optional<String> criteriaNarrative = Optional.empty();
    ArrayNode alignments = Json.array();
    ArrayNode tags = Json.array();
    ObjectNode expires = Json.object().putNull("amount").putNull("duration");

    BadgeClass(String id, String createdBy, Issuer issuer, Instant createdAt) {
        this.id = id;
        this.createdBy = createdBy;
        this.issuer = issuer;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    /** Assertions whose stored identifier is exactly this text. */
    List<Assertion> to(String identity) {
        return byRecipient.getOrDefault(identity, List.of());
    }

    void index(Assertion assertion) {
        byRecipient.computeIfAbsent(assertion.recipient.identity(), key -> new ArrayList<>(1)).add(assertion);
    }

    void unindex(Assertion assertion) {
        byRecipient.computeIfPresent(assertion.recipient.identity(), (key, held) -> {
            held.remove(assertion);
            return held.isEmpty() ? null : held;
        });
    }

    @Override
    public Instant createdAt() {
        return createdAt;
    }

    @Override
    public Instant updatedAt() {
        return updatedAt;
    }
}
