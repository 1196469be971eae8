package dev.accolade.sandbox.badgr;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One award. Guarded by the world's lock. */
final class Assertion implements Dated {

    final String id;
    final String createdBy;
    final BadgeClass badgeClass;
    private final Instant createdAt;
    Instant updatedAt;
    Recipient recipient;
    Instant issuedOn;
    Optional<Instant> expires = Optional.empty();
    Optional<String> narrative = Optional.empty();
    List<Evidence> evidence = List.of();
    Optional<String> revocation = Optional.empty();
    String acceptance = "Unaccepted";
    int bakes;
    /** Its badge class was deleted: gone from every list, though still answered by id, as from the real server's cache. */
    boolean orphaned;

    Assertion(String id, String createdBy, BadgeClass badgeClass, Instant createdAt, Recipient recipient) {
        this.id = id;
        this.createdBy = createdBy;
        this.badgeClass = badgeClass;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
        this.issuedOn = createdAt;
        this.recipient = recipient;
    }

    boolean revoked() {
        return revocation.isPresent();
    }

    boolean expired(Instant now) {
        return expires.isPresent() && !now.isBefore(expires.get());
    }

    /** Neither revoked nor expired. */
    boolean live(Instant now) {
        return !revoked() && !expired(now);
    }

    /** Path of its picture below the server's root; a new one after each change. The class of an assertion always has a picture. */
    String picturePath() {
        String extension = badgeClass.picture.map(Picture::extension).orElse("png");
        return "/media/uploads/badges/assertion-" + id + (bakes == 0 ? "" : "_" + bakes) + "." + extension;
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
