package dev.accolade.model;

import static java.util.Objects.requireNonNull;

/**
 * What one read lists as a whole; only within it can a complete read show that something is absent.
 *
 * @param source name of the configured source
 * @param id     of the scope or member; empty for the kinds that cover the source
 */
public record Coverage(String source, Kind kind, String id) {

    /** How far a read reaches. */
    public enum Kind {
        /** Every member of the source. */
        PEOPLE,
        /** Every scope of the source, but nobody's rights in them. */
        SCOPES,
        /** Every right of every member in every scope (FAS2 {@code group_data}). */
        EVERYTHING,
        /** Every right in one scope. */
        SCOPE,
        /** Every right of one member. */
        MEMBER
    }

    public Coverage {
        requireNonNull(source, "source is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(id, "id is null");
        boolean needsId = kind == Kind.SCOPE || kind == Kind.MEMBER;
        if (needsId == id.isEmpty()) {
            throw new IllegalArgumentException("A coverage of " + kind + (needsId ? " needs an id." : " has no id, but got " + id + "."));
        }
    }

    public static Coverage of(String source, Kind kind) {
        return new Coverage(source, kind, "");
    }

    /** For messages: what was said to be looked at may be an e-mail, and of that only the first letter and the domain are shown. */
    @Override
    public String toString() {
        int at = id.lastIndexOf('@');
        String shown = at < 0 ? id : id.substring(0, Math.min(at, id.offsetByCodePoints(0, 1))) + "…" + id.substring(at);
        return source + " " + kind.name().toLowerCase(java.util.Locale.ROOT) + (id.isEmpty() ? "" : " " + shown.replaceAll("\\p{Cc}", " "));
    }
}
