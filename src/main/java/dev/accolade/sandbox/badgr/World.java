package dev.accolade.sandbox.badgr;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The whole state of a server. Everything but {@link #settings} is guarded by the lock of the stand-in. */
final class World {

    final Clock clock;
    volatile Settings settings;
    final Accounts accounts = new Accounts();
    final Map<String, Application> applications = new LinkedHashMap<>();
    final Tokens tokens = new Tokens();
    final Map<String, Issuer> issuers = new LinkedHashMap<>();
    final Map<String, BadgeClass> classes = new LinkedHashMap<>();
    final Assertions assertions = new Assertions();
    final Map<String, BackpackCollection> collections = new LinkedHashMap<>();
    final Map<String, Picture> pictures = new LinkedHashMap<>();
    final Backoff backoff;
    final Timeline<Issuer> issuerChanges = new Timeline<>();
    final Timeline<BadgeClass> classChanges = new Timeline<>();
    final Timeline<Assertion> assertionChanges = new Timeline<>();
    private Instant last = Instant.EPOCH;

    World(Clock clock, Settings settings) {
        this.clock = clock;
        this.settings = settings;
        this.backoff = new Backoff(this);
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * The present time for a row, in microseconds. No two rows get the same one, so that a time alone says where a page begins; and none is a
     * whole second, which the server would print without a fraction.
     */
    Instant stamp() {
        Instant now = now().truncatedTo(ChronoUnit.MICROS);
        Instant stamp = now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
        last = stamp.getNano() == 0 ? stamp.plus(1, ChronoUnit.MICROS) : stamp;
        return last;
    }

    void add(Issuer issuer) {
        issuers.put(issuer.id, issuer);
        issuerChanges.put(issuer.updatedAt, issuer);
    }

    void touch(Issuer issuer) {
        issuerChanges.remove(issuer.updatedAt);
        issuer.updatedAt = stamp();
        issuerChanges.put(issuer.updatedAt, issuer);
    }

    /** Removes an issuer and everything below it. */
    void remove(Issuer issuer) {
        List.copyOf(issuer.classes.oldestFirst()).forEach(this::remove);
        issuers.remove(issuer.id);
        issuerChanges.remove(issuer.updatedAt);
    }

    void add(BadgeClass badgeClass) {
        classes.put(badgeClass.id, badgeClass);
        badgeClass.issuer.classes.put(badgeClass.createdAt(), badgeClass);
        classChanges.put(badgeClass.updatedAt, badgeClass);
    }

    void touch(BadgeClass badgeClass) {
        classChanges.remove(badgeClass.updatedAt);
        badgeClass.updatedAt = stamp();
        classChanges.put(badgeClass.updatedAt, badgeClass);
    }

    /** Removes a badge class and its assertions, revoked and expired ones too. */
    void remove(BadgeClass badgeClass) {
        for (Assertion assertion : badgeClass.assertions.oldestFirst()) {
            assertions.orphan(assertion);
            assertionChanges.remove(assertion.updatedAt);
        }
        classes.remove(badgeClass.id);
        badgeClass.issuer.classes.remove(badgeClass.createdAt());
        classChanges.remove(badgeClass.updatedAt);
    }

    void add(Assertion assertion) {
        assertions.add(assertion);
        assertionChanges.put(assertion.updatedAt, assertion);
    }

    /** As if somebody had deleted its row: nothing tells of it any more, and no feed says so. */
    void remove(Assertion assertion) {
        assertions.orphan(assertion);
        assertion.badgeClass.assertions.remove(assertion.createdAt());
        assertions.forget(assertion);
        assertionChanges.remove(assertion.updatedAt);
    }

    void touch(Assertion assertion) {
        assertionChanges.remove(assertion.updatedAt);
        assertion.updatedAt = stamp();
        assertionChanges.put(assertion.updatedAt, assertion);
    }

    /** Keeps a picture under a path of its own. */
    Picture keep(Picture picture) {
        pictures.put(picture.path(), picture);
        return picture;
    }

    /** Issuers with this account on their staff, oldest first. */
    Collection<Issuer> issuersOf(Account account) {
        return issuers.values().stream().filter(issuer -> issuer.staff.containsKey(account.id())).toList();
    }
}
