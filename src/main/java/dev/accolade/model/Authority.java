package dev.accolade.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The xAPI agent that a client's statements are stamped with.
 *
 * @param name       empty when it has none
 * @param identifier exactly one, as xAPI demands
 */
public record Authority(Optional<String> name, Identifier identifier) {

    public Authority {
        requireNonNull(name, "name is null");
        requireNonNull(identifier, "identifier is null");
    }

    /** What tells one agent from all others. */
    public sealed interface Identifier permits Mbox, Account, OpenId {}

    /** @param address begins with {@code mailto:} */
    public record Mbox(String address) implements Identifier {}

    /** @param name empty is allowed by the service, never made here */
    public record Account(String homePage, String name) implements Identifier {}

    public record OpenId(String uri) implements Identifier {}
}
