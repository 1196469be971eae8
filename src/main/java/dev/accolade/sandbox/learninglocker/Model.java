package dev.accolade.sandbox.learninglocker;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The kinds of document that the API serves, with what is known of their paths. */
enum Model {
    CLIENT("client", "Client", paths("api.basic_key", Kind.TEXT, "api.basic_secret", Kind.TEXT, "authority", Kind.TEXT, "isTrusted", Kind.FLAG,
            "scopes", Kind.SCOPES, "title", Kind.TEXT, "lrs_id", Kind.ID, "organisation", Kind.ID, "createdAt", Kind.DATE)),
    STORE("lrs", "Lrs", paths("title", Kind.TEXT, "description", Kind.TEXT, "owner_id", Kind.ID, "statementCount", Kind.NUMBER,
            "organisation", Kind.ID, "createdAt", Kind.DATE)),
    ORGANISATION("organisation", "Organisation", paths("name", Kind.TEXT, "expiration", Kind.DATE, "createdAt", Kind.DATE));

    private final String segment;
    private final String title;
    private final Map<String, Kind> writable;

    Model(String segment, String title, Map<String, Kind> writable) {
        this.segment = segment;
        this.title = title;
        this.writable = writable;
    }

    /** The model under a part of the path, in any case. */
    static Optional<Model> at(String segment) {
        for (Model model : values()) {
            if (model.segment.equals(segment.toLowerCase(Locale.ROOT))) {
                return Optional.of(model);
            }
        }
        return Optional.empty();
    }

    /** The name in error texts. */
    String title() {
        return title;
    }

    /** What a path holds when a caller may write it; empty for paths that are dropped in silence. */
    Optional<Kind> writable(String path) {
        return Optional.ofNullable(writable.get(path));
    }

    /** What a path holds when it is asked for; empty for paths that the schema does not know. */
    Optional<Kind> kind(String path) {
        return switch (path) {
            case "_id" -> Optional.of(Kind.ID);
            case "updatedAt" -> Optional.of(Kind.DATE);
            case "__v" -> Optional.of(Kind.NUMBER);
            default -> writable(path);
        };
    }

    private static Map<String, Kind> paths(Object... pairs) {
        Map<String, Kind> all = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            all.put((String) pairs[i], (Kind) pairs[i + 1]);
        }
        return Map.copyOf(all);
    }
}
