package dev.accolade.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Persons by what an operator calls them. */
public final class People {

    private final Database database;

    public People(Database database) {
        this.database = database;
    }

    /**
     * Ids of the persons meant; empty when nobody is, several when it is not clear who.
     *
     * @param named {@code p-17} or 17, an e-mail, or {@code SOURCE:NAME} with a user name or a member's id
     */
    public List<Long> find(String named) {
        return database.read(handle -> named.matches("(p-)?\\d{1,18}") ? byId(handle, Long.parseLong(named.replace("p-", "")))
                : named.contains(":") ? bySource(handle, named.substring(0, named.indexOf(':')), named.substring(named.indexOf(':') + 1)) : byEmail(handle, named));
    }

    /** A person and all that turned out to be the same one. */
    public Set<Long> aliases(long person) {
        return database.read(handle -> aliases(handle, person));
    }

    static Set<Long> aliases(Handle handle, long person) {
        return new HashSet<>(handle.createQuery("""
                with recursive same (id) as (select ? union select p.id from person p join same on p.merged_into = same.id) select id from same""")
                .bind(0, person).mapTo(Long.class).list());
    }

    private static List<Long> byId(Handle handle, long id) {
        return handle.createQuery("""
                with recursive chain (id, merged_into) as (select id, merged_into from person where id = ?
                    union select p.id, p.merged_into from person p join chain on p.id = chain.merged_into)
                select id from chain where merged_into is null""").bind(0, id).mapTo(Long.class).list();
    }

    private static List<Long> bySource(Handle handle, String source, String name) {
        return handle.createQuery("select distinct person from member where source = :source and (id = :name or username = :name) and person is not null order by person")
                .bind("source", source).bind("name", name).mapTo(Long.class).list();
    }

    private static List<Long> byEmail(Handle handle, String email) {
        return handle.createQuery("select distinct person from member where email = ? and person is not null order by person")
                .bind(0, email.strip().toLowerCase(Locale.ROOT)).mapTo(Long.class).list();
    }
}
