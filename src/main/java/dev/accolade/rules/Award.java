package dev.accolade.rules;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** What a rule earns on a target. */
public sealed interface Award permits Award.Badge, Award.Client {

    /** Name of the configured target. */
    String target();

    /** How the target's object is named in the rule: {@code Fedora Project / Packager} or a store's title. */
    String objectName();

    /**
     * @param issuer name or entity id
     * @param badge  name (unique in the issuer) or entity id
     * @param expiry empty for ever
     */
    record Badge(String target, String issuer, String badge, Optional<Template> narrative, List<Template> evidence, Optional<Expiry> expiry) implements Award {

        public Badge {
            requireNonNull(target, "target is null");
            evidence = List.copyOf(evidence);
        }

        @Override
        public String objectName() {
            return issuer + " / " + badge;
        }
    }

    /**
     * @param store     title of the store
     * @param title     of the client
     * @param authority whom statements are stamped with
     */
    record Client(String target, String store, Template title, AuthorityTemplate authority, List<String> scopes) implements Award {

        public Client {
            requireNonNull(target, "target is null");
            scopes = List.copyOf(scopes);
        }

        @Override
        public String objectName() {
            return store;
        }
    }
}
