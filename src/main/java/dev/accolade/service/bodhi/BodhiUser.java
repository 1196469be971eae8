package dev.accolade.service.bodhi;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Somebody who has logged in to Bodhi once.
 *
 * @param name   user name of the account system
 * @param groups names of the groups the person was in at the last login; not what is true now
 */
public record BodhiUser(long id, String name, List<String> groups) {

    public BodhiUser {
        requireNonNull(name, "name is null");
        groups = List.copyOf(groups);
    }
}
