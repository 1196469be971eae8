package dev.accolade.service.cave;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A person, or a program's account.
 *
 * @param name           as shown in public
 * @param email          empty in the short form that CAVE gives to identities without rights, and for service accounts, whose address is no mailbox
 * @param serviceAccount true for a program's account, which never earns anything
 */
public record CaveUser(long id, String name, Optional<String> email, boolean serviceAccount) {

    public CaveUser {
        requireNonNull(name, "name is null");
        requireNonNull(email, "email is null");
    }

    /** Without name and e-mail. */
    @Override
    public String toString() {
        return "CaveUser[id=" + id + ", serviceAccount=" + serviceAccount + "]";
    }
}
