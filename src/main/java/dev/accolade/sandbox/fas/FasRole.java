package dev.accolade.sandbox.fas;

import java.time.Instant;
import java.util.Optional;

/**
 * One person's place in one group.
 *
 * @param sponsor  who approved it, null when nobody is on record
 * @param approval null while it is not approved
 */
record FasRole(FasPerson person, FasGroup group, RoleType type, FasPerson sponsor, Instant creation, Instant approval) {

    boolean approved() {
        return approval != null;
    }

    Optional<FasPerson> sponsoredBy() {
        return Optional.ofNullable(sponsor);
    }

    FasRole as(RoleType other) {
        return new FasRole(person, group, other, sponsor, creation, approval);
    }

    FasRole approvedBy(FasPerson who, Instant when) {
        return new FasRole(person, group, type, who, creation, when);
    }
}
