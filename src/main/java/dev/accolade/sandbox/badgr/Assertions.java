package dev.accolade.sandbox.badgr;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All assertions, by id and by recipient, kept in step with the lists of their class and issuer. Guarded by the world's lock. */
final class Assertions {

    private final Map<String, Assertion> byId = new HashMap<>();
    private final Map<String, Set<Assertion>> byRecipient = new HashMap<>();

    void add(Assertion assertion) {
        byId.put(assertion.id, assertion);
        assertion.badgeClass.assertions.put(assertion.createdAt(), assertion);
        assertion.badgeClass.issuer.assertions.put(assertion.createdAt(), assertion);
        index(assertion);
    }

    Optional<Assertion> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Collection<Assertion> all() {
        return byId.values();
    }

    /** Of any class, to exactly this stored identifier. */
    Collection<Assertion> to(String identity) {
        return byRecipient.getOrDefault(identity, Set.of());
    }

    void changeRecipient(Assertion assertion, Recipient recipient) {
        unindex(assertion);
        assertion.recipient = recipient;
        index(assertion);
    }

    /** Takes an assertion out of all lists, for its class goes. */
    void orphan(Assertion assertion) {
        unindex(assertion);
        assertion.orphaned = true;
        assertion.badgeClass.issuer.assertions.remove(assertion.createdAt());
    }

    /** After {@link #orphan}: not even its id is known any more. */
    void forget(Assertion assertion) {
        byId.remove(assertion.id);
    }

    /** How many pairs of badge class and recipient hold more than one live assertion. */
    long duplicates(Collection<BadgeClass> classes, Instant now) {
        return classes.stream().flatMap(badgeClass -> badgeClass.byRecipient.values().stream())
                .filter(held -> held.stream().filter(assertion -> assertion.live(now)).count() > 1).count();
    }

    private void index(Assertion assertion) {
        assertion.badgeClass.index(assertion);
        byRecipient.computeIfAbsent(assertion.recipient.identity(), key -> new LinkedHashSet<>(2)).add(assertion);
    }

    private void unindex(Assertion assertion) {
        assertion.badgeClass.unindex(assertion);
        byRecipient.computeIfPresent(assertion.recipient.identity(), (key, held) -> {
            held.remove(assertion);
            return held.isEmpty() ? null : held;
        });
    }
}
