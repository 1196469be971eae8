package dev.accolade.sandbox.fas;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An account and its roles. Guarded by the lock of {@link Accounts}; compared by identity. */
final class FasPerson {

    final int id;
    final String username;
    final Instant creation;
    /** Columns that differ from those of a plain account, by name. */
    final Map<String, JsonNode> columns;
    /** In clear; null for an account nobody can log in to. */
    final String password;
    /** Has the rights of the group {@code accounts} without being in it. */
    final boolean admin;
    String humanName;
    String email;
    String status;
    boolean privacy;
    int certificateSerial = 1;
    volatile Instant lastSeen;

    private final List<FasRole> roles = new ArrayList<>(4);

    FasPerson(int id, String username, String password, boolean admin, Instant creation, Map<String, JsonNode> columns) {
        this.id = id;
        this.username = username;
        this.password = password;
        this.admin = admin;
        this.creation = creation;
        this.columns = columns;
    }

    List<FasRole> roles() {
        return roles;
    }

    boolean mayLogIn() {
        return status.equals("active") || status.equals("bot");
    }

    /** True when the person has an approved role in a group of this name. */
    boolean in(String group) {
        return roles.stream().anyMatch(role -> role.approved() && role.group().name.equals(group));
    }

    Optional<String> text(String column) {
        JsonNode value = columns.get(column);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value.asText());
    }

    void put(FasRole role) {
        remove(role.group());
        roles.add(role);
    }

    void remove(FasGroup group) {
        roles.removeIf(role -> role.group() == group);
    }
}
