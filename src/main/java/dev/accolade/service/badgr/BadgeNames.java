package dev.accolade.service.badgr;

import dev.accolade.service.http.ByName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The names of badge classes by issuer, kept in memory where the connection says that names are unique. Names are compared letter by letter. Another
 * process may make the same name: then it is ambiguous here, and said so. Safe for several threads.
 */
final class BadgeNames {

    private final String connection;
    private final boolean unique;
    private final Function<String, List<BadgeClass>> listing;
    private final Map<String, List<BadgeClass>> byIssuer = new HashMap<>();

    /** @param listing the badge classes of an issuer, asked of the server */
    BadgeNames(String connection, boolean unique, Function<String, List<BadgeClass>> listing) {
        this.connection = connection;
        this.unique = unique;
        this.listing = listing;
    }

    /** Reads the names of an issuer's badge classes afresh; what was known of it before is forgotten. */
    synchronized List<BadgeClass> load(String issuerId) {
        List<BadgeClass> all = new ArrayList<>(listing.apply(issuerId));
        byIssuer.put(issuerId, all);
        return List.copyOf(all);
    }

    /**
     * The badge class of this name. An issuer that was not loaded is loaded, and one that lacks the name is loaded once more.
     *
     * @throws BadgrClientException when names are not kept here
     */
    synchronized BadgeClass find(String name, String issuerId) {
        if (!unique) {
            throw new BadgrClientException(connection + ": badgeByName needs uniqueBadgeNames=true. Nothing was sent; set it, or use badgeClassByName.");
        }
        boolean known = byIssuer.getOrDefault(issuerId, List.of()).stream().anyMatch(one -> one.name().equals(name));
        List<BadgeClass> all = known ? byIssuer.get(issuerId) : load(issuerId);
        List<BadgeClass> named = all.stream().filter(one -> one.name().equals(name)).toList();
        return new ByName<>(connection, "badge class", "of issuer " + issuerId, BadgeClass::entityId, BadgeClass::name)
                .one(name, named.isEmpty() ? all : named);
    }

    /** Makes a badge class and remembers it; one at a time, so that two threads cannot make the same name. */
    synchronized BadgeClass creating(BadgeClassDraft draft, Supplier<BadgeClass> creation) {
        if (!unique) {
            return creation.get();
        }
        String issuerId = draft.issuerId().orElseThrow();
        if (!byIssuer.containsKey(issuerId)) {
            load(issuerId);
        }
        if (byIssuer.get(issuerId).stream().anyMatch(one -> one.name().equals(draft.name()))) {
            throw new BadgrClientException(connection + ": issuer " + issuerId + " has a badge class named '" + draft.name()
                    + "', and names are unique on this connection. Nothing was made.");
        }
        BadgeClass made = creation.get();
        byIssuer.get(issuerId).add(made);
        return made;
    }

    synchronized void changed(BadgeClass now) {
        byIssuer.computeIfPresent(now.issuerId(), (issuer, known) -> {
            known.removeIf(one -> one.entityId().equals(now.entityId()));
            known.add(now);
            return known;
        });
    }

    synchronized void forget(String entityId) {
        byIssuer.values().forEach(known -> known.removeIf(one -> one.entityId().equals(entityId)));
    }
}
