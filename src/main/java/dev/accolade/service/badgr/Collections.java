package dev.accolade.service.badgr;

import dev.accolade.service.http.Request;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Effect;
import java.util.List;

/** {@code /v2/backpack/collections}. Source: docs/services/badgr.md, section 8. */
final class Collections {

    private static final String PATH = "/v2/backpack/collections";

    private final Api api;

    Collections(Api api) {
        this.api = api;
    }

    /** Those of the account that logs in. */
    List<BadgeCollection> all() {
        return api.list(Request.of("GET", PATH), BadgrJson::collection);
    }

    BadgeCollection get(String entityId) {
        return api.one(Request.of("GET", one(entityId)), BadgrJson::collection);
    }

    /** In two steps where it has assertions, for Badgr fails on a new collection with a list of them. */
    BadgeCollection create(CollectionDraft draft) {
        BadgeCollection made = api.one(Api.json("POST", PATH, Bodies.collection(draft, false)), BadgrJson::collection);
        if (draft.assertions().isEmpty()) {
            return made;
        }
        try {
            return update(made.entityId(), draft);
        } catch (ServiceException halfway) {
            throw new ServiceException(halfway.turn(), Effect.POSSIBLE, halfway.status().orElse(0), halfway.retryAfter().orElse(null),
                    api.wire().connection() + ": the collection " + made.entityId() + " was made, but is without its assertions. Update or delete it. "
                            + halfway.getMessage(), halfway);
        }
    }

    BadgeCollection update(String entityId, CollectionDraft draft) {
        return api.one(Api.json("PUT", one(entityId), Bodies.collection(draft, true)), BadgrJson::collection);
    }

    void delete(String entityId) {
        api.done(Request.of("DELETE", one(entityId)));
    }

    private static String one(String entityId) {
        return PATH + "/" + Api.checked(entityId);
    }
}
