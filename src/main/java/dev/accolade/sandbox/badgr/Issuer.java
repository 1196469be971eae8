package dev.accolade.sandbox.badgr;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An issuer with its staff, its badge classes and the assertions of all of them. Guarded by the world's lock. */
final class Issuer implements Dated {

    final String id;
    final String createdBy;
    final Map<String, Role> staff = new LinkedHashMap<>();
    final Timeline<BadgeClass> classes = new Timeline<>();
    final Timeline<Assertion> assertions = new Timeline<>();
    private final Instant createdAt;
    Instant updatedAt;
    String name;
    String email;
    String url;
    Optional<String> description = Optional.empty();
    Optional<Picture> picture = Optional.empty();

    Issuer(String id, String createdBy, Instant createdAt) {
        this.id = id;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    boolean hasOnStaff(Account account, Role least) {
        Role role = staff.get(account.id());
        return role != null && role.atLeast(least);
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
