package dev.accolade.service.cave;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that CAVE tells about a person or service account.
 *
 * @param superadmin   empty in the short form that CAVE gives to identities without rights
 * @param pi           head of the laboratory, in the person's own words; may be blank
 * @param created      to the second, UTC; empty when CAVE's text is no time
 * @param parent       id of the person behind a service account; empty for people, and in the short form
 * @param affiliations in no order
 */
public record CaveUserInformation(CaveUser user, Optional<Boolean> superadmin, String pi, Optional<Instant> created, Optional<Long> parent,
        List<Affiliation> affiliations) {

    /**
     * Time at an institute.
     *
     * @param start as CAVE writes it, without zone; empty when not told
     * @param end   the same
     */
    public record Affiliation(long id, String name, Optional<String> start, Optional<String> end) {

        public Affiliation {
            requireNonNull(name, "name is null");
            requireNonNull(start, "start is null");
            requireNonNull(end, "end is null");
        }
    }

    public CaveUserInformation {
        requireNonNull(user, "user is null");
        requireNonNull(superadmin, "superadmin is null");
        requireNonNull(pi, "pi is null");
        requireNonNull(created, "created is null");
        requireNonNull(parent, "parent is null");
        affiliations = List.copyOf(affiliations);
    }

    /** Without anything personal. */
    @Override
    public String toString() {
        return "CaveUserInformation[" + user + "]";
    }
}
