package dev.accolade.ledger;

import java.util.Optional;

/** Ids of what people call by name. */
public final class Names {

    private final Database database;

    public Names(Database database) {
        this.database = database;
    }

    /** The scope of this name or id; empty when none, or several, are called so. */
    public Optional<String> scopeId(String source, String nameOrId) {
        return database.read(handle -> {
            var ids = handle.createQuery("select id from scope where source = :source and (id = :name or name = :name) limit 2")
                    .bind("source", source).bind("name", nameOrId).mapTo(String.class).list();
            return ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.<String>empty();
        });
    }
}
