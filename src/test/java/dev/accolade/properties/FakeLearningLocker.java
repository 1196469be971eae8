package dev.accolade.properties;

import dev.accolade.plan.ClientKey;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Effect;
import dev.accolade.service.http.ServiceException.Turn;
import dev.accolade.service.learninglocker.Client;
import dev.accolade.service.learninglocker.ClientChange;
import dev.accolade.service.learninglocker.ClientRequest;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A Learning Locker in memory: makes as many clients under one key as it is asked for, and takes whatever a change says. */
final class FakeLearningLocker extends Fake {

    final Map<String, Client> clients = new LinkedHashMap<>();

    FakeLearningLocker(Clock clock) {
        super(clock);
    }

    static boolean isOurs(Client client) {
        return client.basicKey().filter(key -> key.startsWith(ClientKey.PREFIX)).isPresent();
    }

    @Override
    boolean isLive(String id) {
        return clients.get(id).trusted();
    }

    /** Only a write loses its request or is refused, so that also what follows a look goes wrong. */
    List<Client> clientsByKey(String key) {
        if (mood == Mood.BUSY) {
            fail();
        }
        return clients.values().stream().filter(client -> client.basicKey().equals(Optional.of(key))).toList();
    }

    Client create(ClientRequest wanted) {
        fail();
        Client made = add(wanted);
        did(made.id(), Set.of());
        loseAnswer();
        return made;
    }

    /** Somebody's, in whatever way it came to be there. */
    Client add(ClientRequest wanted) {
        String id = "%024x".formatted(clients.size() + 1);
        Client made = new Client(id, wanted.title(), Optional.empty(), Optional.of(wanted.storeId()), Optional.of(wanted.authority()), wanted.scopes(), wanted.trusted(),
                wanted.basicKey(), Optional.of(clock.instant()), Optional.of(clock.instant()));
        clients.put(id, made);
        return made;
    }

    Client update(ClientChange change) {
        fail();
        Client before = Optional.ofNullable(clients.get(change.id())).orElseThrow(() -> new ServiceException(Turn.OPERATOR, Effect.NONE, 404, null, "no such client", null));
        Client after = new Client(before.id(), change.title().orElse(before.title()), before.organisation(), change.storeId().or(before::storeId),
                change.authority().or(before::authority), change.scopes().orElse(before.scopes()), change.trusted().orElse(before.trusted()), before.basicKey(),
                before.createdAt(), before.updatedAt());
        if (!after.equals(before)) {
            clients.put(after.id(), after);
            did(after.id(), taken(before, after));
        }
        loseAnswer();
        return after;
    }

    /** A disabled client may do nothing, so nothing can be taken from it. */
    private static Set<String> taken(Client before, Client after) {
        Set<String> taken = new HashSet<>(before.trusted() ? before.scopes() : List.of());
        taken.removeAll(after.trusted() ? after.scopes() : List.of());
        return taken;
    }
}
