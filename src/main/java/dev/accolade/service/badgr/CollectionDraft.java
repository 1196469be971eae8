package dev.accolade.service.badgr;

import java.util.List;
import java.util.Optional;

/**
 * A collection to be made, or what one is to become; what is absent stays as it is.
 *
 * @param assertions entityIds of own badges; they replace the present ones
 */
public record CollectionDraft(String name, Optional<String> description, Optional<Boolean> published, Optional<List<String>> assertions) {

    public CollectionDraft {
        Drafts.need("name", name);
    }

    public static CollectionDraft of(String name) {
        return new CollectionDraft(name, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public CollectionDraft withAssertions(List<String> entityIds) {
        return new CollectionDraft(name, description, published, Optional.of(entityIds));
    }
}
