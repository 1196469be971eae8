package dev.accolade.service.cloudspot;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What Cloudspot tells of its own accord. Nobody signs it, and it has neither number nor time: it is a hint to ask, not a fact. Pins and passwords
 * in it are never read. Source: docs/services/cloudspot.md, The webhook.
 */
public sealed interface CloudspotEvent {

    /** Its name, as Cloudspot sends it. */
    String name();

    /** A company of an account. */
    record Company(String id, String name) {

        public Company {
            requireNonNull(id, "id is null");
            requireNonNull(name, "name is null");
        }
    }

    /**
     * What an account may do for one company is now this, all of it.
     *
     * @param username    the account's e-mail address; empty in the form of old servers
     * @param token       the account's token, a secret, in the form of old servers; one of the two is there
     * @param permissions slugs; without {@code use_app} the account has lost the application for this company
     * @param companies   all companies of the account now; empty when not told
     */
    record PermissionsUpdated(Optional<String> username, Optional<String> token, String companyId, List<String> permissions,
            Optional<List<Company>> companies) implements CloudspotEvent {

        public PermissionsUpdated {
            requireNonNull(username, "username is null");
            requireNonNull(token, "token is null");
            requireNonNull(companyId, "companyId is null");
            permissions = List.copyOf(permissions);
            companies = companies.map(List::copyOf);
        }

        @Override
        public String name() {
            return "permissions.updated";
        }

        /** Without account and token. */
        @Override
        public String toString() {
            return name() + "[companyId=" + companyId + ", permissions=" + permissions + "]";
        }
    }

    /** An account has another address, and so another name. */
    record EmailUpdated(String before, String after) implements CloudspotEvent {

        public EmailUpdated {
            requireNonNull(before, "before is null");
            requireNonNull(after, "after is null");
        }

        @Override
        public String name() {
            return "user.email.updated";
        }

        /** Without the addresses. */
        @Override
        public String toString() {
            return name();
        }
    }

    /** An account's pin was set, or taken away. */
    record PinUpdated(String username, boolean removed) implements CloudspotEvent {

        public PinUpdated {
            requireNonNull(username, "username is null");
        }

        @Override
        public String name() {
            return "user.pin.updated";
        }

        /** Without the account. */
        @Override
        public String toString() {
            return name() + "[removed=" + removed + "]";
        }
    }

    /**
     * There is an account more.
     *
     * @param token with which its permissions can be read, a secret; empty when Cloudspot gives none
     */
    record UserCreated(String email, String firstName, String lastName, Optional<String> token) implements CloudspotEvent {

        public UserCreated {
            requireNonNull(email, "email is null");
            requireNonNull(firstName, "firstName is null");
            requireNonNull(lastName, "lastName is null");
            requireNonNull(token, "token is null");
        }

        @Override
        public String name() {
            return "user.created";
        }

        /** Without the person and the token. */
        @Override
        public String toString() {
            return name() + "[" + (token.isPresent() ? "with" : "without") + " token]";
        }
    }

    /** An event of a later Cloudspot; what it holds is not handed on. */
    record Unknown(String name) implements CloudspotEvent {

        public Unknown {
            requireNonNull(name, "name is null");
        }
    }
}
