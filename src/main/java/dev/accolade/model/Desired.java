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
     * @param expires   when it ends; empty for ever, or while nobody knows when it is made
     * @param lifetime  how long it lasts from the moment it is made; empty where {@code expires} says when it ends, or for ever
     */
    record Badge(Optional<String> recipient, Optional<String> narrative, List<String> evidence, Optional<Instant> issuedOn,
                 Optional<Instant> expires, Optional<Lifetime> lifetime) implements Desired {

        public Badge {
            requireNonNull(recipient, "recipient is null");
            requireNonNull(narrative, "narrative is null");
            evidence = List.copyOf(evidence);
            requireNonNull(issuedOn, "issuedOn is null");
            requireNonNull(expires, "expires is null");
            requireNonNull(lifetime, "lifetime is null");
        }

        public Badge(Optional<String> recipient, Optional<String> narrative, List<String> evidence, Optional<Instant> issuedOn, Optional<Instant> expires) {
            this(recipient, narrative, evidence, issuedOn, expires, Optional.empty());
        }

        /** Issued when it is made, and for ever. */
        public Badge(Optional<String> recipient, Optional<String> narrative, List<String> evidence) {
            this(recipient, narrative, evidence, Optional.empty(), Optional.empty());
        }

        /** The same, with another end. */
        public Badge ending(Optional<Instant> end) {
            return new Badge(recipient, narrative, evidence, issuedOn, end, lifetime);
        }

        /** The end of one that is made at this moment; empty for ever. */
        public Optional<Instant> endFrom(Instant made) {
            return expires.or(() -> lifetime.map(length -> length.after(made)));
        }

        @Override
        public Optional<String> addressee() {
            return recipient;
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

        @Override
        public Optional<String> addressee() {
            if (authority.identifier() instanceof Authority.Account account) {
                return Optional.of(account.name());
            }
            return Optional.of(authority.identifier() instanceof Authority.Mbox mbox ? mbox.address() : ((Authority.OpenId) authority.identifier()).uri());
        }
    }
}
