package dev.accolade.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a grant is to look like on its target. */
public sealed interface Desired permits Desired.Badge, Desired.Client {

    /** Whom the target knows it by: an e-mail, an account's name or a URI; empty while nobody knows. */
    Optional<String> addressee();

    /**
     * An open badge assertion.
     *
     * @param recipient lower-case e-mail; empty while nobody knows it, and then nothing can be sent
     * @param evidence  addresses; may be empty
     * @param issuedOn  empty for the time at which it is made
     * @param expires   empty for ever
     */
    record Badge(Optional<String> recipient, Optional<String> narrative, List<String> evidence, Optional<Instant> issuedOn,
                 Optional<Instant> expires) implements Desired {

        public Badge {
            requireNonNull(recipient, "recipient is null");
            requireNonNull(narrative, "narrative is null");
            evidence = List.copyOf(evidence);
            requireNonNull(issuedOn, "issuedOn is null");
            requireNonNull(expires, "expires is null");
        }

        /** Issued when it is made, and for ever. */
        public Badge(Optional<String> recipient, Optional<String> narrative, List<String> evidence) {
            this(recipient, narrative, evidence, Optional.empty(), Optional.empty());
        }

        @Override
        public Optional<String> addressee() {
            return recipient;
        }

        /** The same, as issued at a time. */
        public Badge issuedOn(Instant time) {
            return new Badge(recipient, narrative, evidence, Optional.of(time), expires);
        }

        @Override
        public String toString() {
            return "badge";
        }
    }

    /**
     * A client of a learning record store.
     *
     * @param key    our own look-up key at the target, the same for the same authority and store
     * @param scopes sorted, without repetition
     */
    record Client(String title, Authority authority, List<String> scopes, String key) implements Desired {

        public Client {
            requireNonNull(title, "title is null");
            requireNonNull(authority, "authority is null");
            scopes = scopes.stream().distinct().sorted().toList();
            requireNonNull(key, "key is null");
        }

        /** The same, found under a key that it was given earlier. */
        public Client under(String givenKey) {
            return new Client(title, authority, scopes, givenKey);
        }

        @Override
        public Optional<String> addressee() {
            if (authority.identifier() instanceof Authority.Account account) {
                return Optional.of(account.name());
            }
            return Optional.of(authority.identifier() instanceof Authority.Mbox mbox ? mbox.address() : ((Authority.OpenId) authority.identifier()).uri());
        }
    }
}
