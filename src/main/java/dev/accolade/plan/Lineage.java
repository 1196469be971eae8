package dev.accolade.plan;

import dev.accolade.model.GrantKey;
import dev.accolade.model.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All generations of one person's grants: what is live, and what was before it. */
final class Lineage {

    private final Map<GrantKey, Grant> live = new HashMap<>();
    private final Map<GrantKey, Grant> last = new HashMap<>();

    Lineage(List<Grant> generations) {
        for (Grant grant : generations) {
            if (grant.live()) {
                live.put(grant.key(), grant);
            }
            last.merge(grant.key(), grant, (one, other) -> one.generation() > other.generation() ? one : other);
        }
    }

    Optional<Grant> live(GrantKey key) {
        return Optional.ofNullable(live.get(key));
    }

    /** The last generation, live or ended. */
    Optional<Grant> last(GrantKey key) {
        return Optional.ofNullable(last.get(key));
    }

    int next(GrantKey key) {
        return last(key).map(Grant::generation).orElse(0) + 1;
    }

    /** What a plan must look at whatever is earned: live grants, and those that came to their end and whose person was not seen to leave since. */
    Stream<GrantKey> concerned() {
        return last.values().stream().filter(grant -> grant.live() || grant.expired() && grant.leftSince().isEmpty()).map(Grant::key);
    }

    /** Evidence that names the generation before. */
    Map<String, String> evidence(GrantKey key, Map<String, String> evidence) {
        Optional<Grant> before = last(key).filter(grant -> !grant.live());
        if (before.isEmpty()) {
            return evidence;
        }
        Map<String, String> told = new TreeMap<>(evidence);
        told.put("previous", before.get().remoteId());
        before.get().endedAt().ifPresent(at -> told.put("previousEnded", at.toString()));
        before.get().endedWhy().map(Reason::sentence).ifPresent(why -> told.put("previousWhy", why));
        return told;
    }
}
