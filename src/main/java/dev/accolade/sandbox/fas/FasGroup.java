package dev.accolade.sandbox.fas;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A group and the roles in it, in the order they were made. Guarded by the lock of {@link Accounts}. */
final class FasGroup {

    final int id;
    final String type;
    final Instant creation;
    String name;
    String displayName;
    FasPerson owner;
    FasGroup prerequisite;
    boolean needsSponsor;
    boolean userCanRemove = true;
    boolean inviteOnly;
    String joinMessage = "";
    String applyRules;
    String mailingList;
    String url;

    private final Map<FasPerson, FasRole> roles = new LinkedHashMap<>();

    FasGroup(int id, String name, String type, Instant creation) {
        this.id = id;
        this.name = name;
        this.displayName = name;
        this.type = type;
        this.creation = creation;
    }

    Collection<FasRole> roles() {
        return roles.values();
    }

    Optional<FasRole> role(FasPerson person) {
        return Optional.ofNullable(roles.get(person));
    }

    boolean approved(FasPerson person) {
        FasRole role = roles.get(person);
        return role != null && role.approved();
    }

    /** True for a group that only its members and administrators of accounts may look at. */
    boolean restricted() {
        return name.startsWith("fas-");
    }

    void put(FasRole role) {
        roles.put(role.person(), role);
    }

    void remove(FasPerson person) {
        roles.remove(person);
    }
}
