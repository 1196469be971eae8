package dev.accolade.saved;

import static java.util.Objects.requireNonNull;

import dev.accolade.model.ChangeKind;
import dev.accolade.model.Person;
import java.util.Map;
import java.util.Optional;

/**
 * One change of a file, as much of it as is needed to find it again and to speak of it.
 *
 * @param id       its number in the ledger
 * @param username what a source called the person
 * @param rules    ids of its rules, to the condition in force when the file was written; empty for a rule that was gone then
 * @param basis    digest of what it was computed from
 */
public record SavedChange(long id, ChangeKind kind, String target, String object, long person, String username, Map<String, Optional<String>> rules, String basis) {

    public SavedChange {
        requireNonNull(kind, "kind is null");
        rules = Map.copyOf(rules);
        requireNonNull(basis, "basis is null");
    }

    /** {@code AWARD 'Fedora Project / Packager' on badges for ingrid (p-3)}. */
    public String subject() {
        return kind + " '" + object + "' on " + target + " for " + username + (username.equals(Person.label(person)) ? "" : " (" + Person.label(person) + ")");
    }
}
