package dev.accolade.ledger;

import dev.accolade.model.MemberKey;
import dev.accolade.rules.Identities;
import dev.accolade.rules.Identities.Declared;
import dev.accolade.rules.Identities.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** What operators say of members, with the names they use pinned to the sources' ids. A name that means nobody yet waits. */
final class Declarations {

    /** Members that are one person. @param where file and line */
    record Link(Set<MemberKey> members, String where) {}

    /** Two members that are not one person. */
    record Separation(MemberKey one, MemberKey other, String where) {}

    private final Handle handle;
    private final boolean pins;
    private final Map<Name, MemberKey> found = new HashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Separation> separations = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private Declarations(Handle handle, boolean pins) {
        this.handle = handle;
        this.pins = pins;
    }

    /** Pins what is found for the first time. */
    static Declarations of(Handle handle, Identities identities) {
        return new Declarations(handle, true).read(identities);
    }

    /** The same for looking only. */
    static Declarations known(Handle handle, Identities identities) {
        return new Declarations(handle, false).read(identities);
    }

    private Declarations read(Identities identities) {
        for (Declared declared : identities.separations()) {
            List<MemberKey> members = List.copyOf(members(declared));
            for (int i = 0; i < members.size(); i++) {
                for (int j = 0; j < i; j++) {
                    separations.add(new Separation(members.get(j), members.get(i), declared.where()));
                }
            }
        }
        identities.links().forEach(this::link);
        return this;
    }

    /** Two names of one member can make a contradiction that the file does not show; then nobody is joined by it. */
    private void link(Declared declared) {
        Set<MemberKey> members = members(declared);
        if (separations.stream().anyMatch(one -> members.contains(one.one()) && members.contains(one.other()))) {
            problems.add(declared.where() + ": of these members some are said to be two persons as well. They are not linked; take one of the two out.");
        } else if (members.size() > 1) {
            links.add(new Link(members, declared.where()));
        }
    }

    private Set<MemberKey> members(Declared declared) {
        Set<MemberKey> members = new TreeSet<>(java.util.Comparator.comparing(MemberKey::toString));
        for (Name name : declared.members()) {
            MemberKey key = found.computeIfAbsent(name, this::find);
            if (key == null) {
                problems.add(declared.where() + ": nobody, or not one alone, is known as " + name + ". Nothing follows from it until somebody is.");
            } else {
                members.add(key);
            }
        }
        return members;
    }

    private MemberKey find(Name name) {
        List<String> ids = handle.createQuery("select member_id from member_pin where source = ? and name = ?").bind(0, name.source()).bind(1, name.name()).mapTo(String.class).list();
        if (ids.isEmpty()) {
            ids = handle.createQuery("select id from member where source = :source and (id = :name or username = :name) limit 2").bind("source", name.source())
                    .bind("name", name.name()).mapTo(String.class).list();
            if (pins && ids.size() == 1) {
                handle.execute("insert into member_pin (source, name, member_id) values (?, ?, ?)", name.source(), name.name(), ids.get(0));
            }
        }
        return ids.size() == 1 ? new MemberKey(name.source(), ids.get(0)) : null;
    }

    List<Link> links() {
        return links;
    }

    List<Separation> separations() {
        return separations;
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    /** Everybody about whom something is said. */
    Set<MemberKey> named() {
        return new HashSet<>(found.values());
    }

    /** Whether members of these two persons may not be one person. */
    boolean separate(Handle current, long person, long other) {
        return separations.stream().anyMatch(one -> {
            List<Long> both = persons(current, Set.of(one.one(), one.other()));
            return both.size() == 2 && both.contains(person) && both.contains(other);
        });
    }

    /** Ids of the persons of these members, the oldest first. */
    static List<Long> persons(Handle handle, Set<MemberKey> members) {
        return members.stream().flatMap(key -> handle.createQuery("select person from member where source = ? and id = ? and person is not null").bind(0, key.source())
                .bind(1, key.id()).mapTo(Long.class).list().stream()).distinct().sorted().toList();
    }
}
