package dev.accolade.ledger;

import dev.accolade.model.Coverage;
import dev.accolade.model.MemberKey;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Who was erased, as keyed hashes: enough to know them when they come again, nothing to find them by. */
public final class Erased {

    private static final String CHECK = "check";

    private final Seal seal;

    public Erased(Seal seal) {
        this.seal = seal;
    }

    /** Whether anything at all was erased. */
    private static boolean any(Handle handle) {
        return handle.createQuery("select 1 from erased limit 1").mapTo(Integer.class).findOne().isPresent();
    }

    /** As of this transaction: who was erased before it is known, who is erased after it finds what it wrote. */
    Hashes hashes(Handle handle) {
        Set<ByteBuffer> hashes = handle.createQuery("select hash from erased").map((row, context) -> ByteBuffer.wrap(row.getBytes(1))).collect(Collectors.toSet());
        if (!hashes.isEmpty() && !hashes.contains(hash(CHECK))) {
            throw new LedgerException("People were erased from this ledger under another key than the one in the key file, so nobody could tell that they are back. "
                    + "Nothing was read. Put back the key file that was in use then.");
        }
        return new Hashes(this, hashes);
    }

    /** Whether an erased person is called so in a source: by id, user name or e-mail. */
    boolean called(Handle handle, String source, String name) {
        return any(handle) && hashes(handle).called(source, name);
    }

    /** Whether this coverage is that of one erased member, so that not even its id may be written down. */
    boolean hides(Handle handle, Coverage coverage) {
        return coverage.kind() == Coverage.Kind.MEMBER && called(handle, coverage.source(), coverage.id());
    }

    /** From now on this member is known as erased; without an e-mail it is known by its other marks. */
    void add(Handle handle, MemberKey key, String username, Optional<String> email) {
        Stream.concat(Stream.of(CHECK, member(key), name(key.source(), username)), email.map(Erased::email).stream())
                .forEach(text -> handle.execute("insert or ignore into erased (hash) values (?)", hash(text).array()));
    }

    ByteBuffer hash(String text) {
        return ByteBuffer.wrap(seal.hash(text));
    }

    static String member(MemberKey key) {
        return "member\n" + key.source() + "\n" + key.id();
    }

    static String name(String source, String username) {
        return "name\n" + source + "\n" + username.toLowerCase(Locale.ROOT);
    }

    static String email(String email) {
        return "email\n" + email.strip().toLowerCase(Locale.ROOT);
    }

    /** The hashes of one moment; with none of them nothing is computed. */
    record Hashes(Erased erased, Set<ByteBuffer> all) {

        boolean isEmpty() {
            return all.isEmpty();
        }

        boolean member(MemberKey key) {
            return has(Erased.member(key));
        }

        boolean email(Optional<String> email) {
            return email.filter(address -> has(Erased.email(address))).isPresent();
        }

        boolean called(String source, String name) {
            return List.of(Erased.member(new MemberKey(source, name)), Erased.name(source, name), Erased.email(name)).stream().anyMatch(this::has);
        }

        private boolean has(String text) {
            return !all.isEmpty() && all.contains(erased.hash(text));
        }
    }
}
