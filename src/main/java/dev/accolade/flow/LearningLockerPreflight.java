package dev.accolade.flow;

import dev.accolade.ledger.Barrier;
import dev.accolade.ledger.Barriers.Concern;
import dev.accolade.service.learninglocker.Store;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a Learning Locker would take, and nobody could use: clients in a store that is gone. Whether we may manage clients at all is answered by the questions
 * before this. Source: docs/services/learning-locker.md, facts 3 and 7
 */
final class LearningLockerPreflight {

    private LearningLockerPreflight() {}

    static List<Barrier> barriers(List<Store> stores, List<Concern> concerns) {
        Set<String> present = stores.stream().map(Store::id).collect(Collectors.toSet());
        return concerns.stream().filter(concern -> !present.contains(concern.objectId())).map(concern -> new Barrier(concern.target(), Optional.of(concern.objectId()),
                Optional.of(concern.kind()), "The store '" + concern.objectName() + "' (" + concern.objectId() + ") on " + concern.target()
                        + " is gone, or belongs to another organisation now. The server would take a client for it, and the client could do nothing. "
                        + "A store made anew under this title is another one; name it in a rule of its own, or take the rule out.")).toList();
    }
}
