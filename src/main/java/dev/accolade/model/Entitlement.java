package dev.accolade.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A fact of a source: this member holds this right in this scope.
 *
 * @param right     FAS2: {@code user}, {@code sponsor} or {@code administrator}; CAVE: {@code member} or {@code admin}; Cloudspot: the slug
 * @param firstSeen when a read first showed it; not when it began, which these sources do not say
 * @param doubtful  whether the last complete read lacked it, and it is not certain yet that it has ended: nothing is awarded for it, and nothing taken
 */
public record Entitlement(MemberKey member, ScopeKey scope, String right, Instant firstSeen, boolean doubtful) {

    public Entitlement {
        requireNonNull(member, "member is null");
        requireNonNull(scope, "scope is null");
        requireNonNull(right, "right is null");
        requireNonNull(firstSeen, "firstSeen is null");
    }

    /** One that the last read showed. */
    public Entitlement(MemberKey member, ScopeKey scope, String right, Instant firstSeen) {
        this(member, scope, right, firstSeen, false);
    }
}
