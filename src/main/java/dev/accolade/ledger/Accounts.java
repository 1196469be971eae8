package dev.accolade.ledger;

import dev.accolade.model.StepKind;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Enrolled Cloudspot accounts and their tokens, which cannot be had again without the account's password: sealed, and guarded by a version.
 */
public final class Accounts {

    /**
     * An account whose token is open for use.
     *
     * @param id      of our own enrolment; it is the member's id
     * @param version of the token; a report about an older token says nothing of this one
     */
    public record Account(String source, String id, String username, String token, int version, boolean verified) {

        @Override
        public String toString() {
            return "account " + id + " of " + source;
        }
    }

    private final Database database;
    private final Clock clock;
    private final Seal seal;
    private final Erased erased;

    public Accounts(Database database, Clock clock, Seal seal) {
        this.database = database;
        this.clock = clock;
        this.seal = seal;
        this.erased = new Erased(seal);
    }

    /**
     * Keeps a token that a login gave, in place of any earlier one of the same account.
     *
     * @param username the account's e-mail; case does not matter
     * @return the enrolment's id
     * @throws LedgerException when this person was erased
     */
    public String enrol(String source, String username, String token) {
        byte[] sealed = seal.seal(token);
        return database.write(handle -> {
            if (erased.called(handle, source, username)) {
                throw new LedgerException("Who this account belongs to was erased, and nothing is read of them any more. Nothing was kept.");
            }
            handle.execute("""
                insert into account (source, id, username, token_sealed, version, enrolled_at, verified) values (?, ?, ?, ?, 1, ?, 1)
                on conflict (source, username) do update set token_sealed = excluded.token_sealed, version = account.version + 1,
                    verified = 1, refused_since = null, refusals = 0""", source, UUID.randomUUID().toString(), lower(username), sealed, clock.millis());
            return enrolled(handle, source, username, "command");
        });
    }

    /**
     * Keeps a token that somebody sent, until its own profile shows whose it is. An account that is enrolled already keeps its token: whoever
     * can reach the webhook could otherwise put a dead one in its place. Only a token that was never verified and is refused gives way.
     *
     * @return the enrolment's id; empty when the account was enrolled before, or its person was erased
     */
    public Optional<String> enrolUnverified(String source, String username, String token) {
        byte[] sealed = seal.seal(token);
        return database.write(handle -> !erased.called(handle, source, username) && handle.execute("""
                insert into account (source, id, username, token_sealed, version, enrolled_at, verified) values (?, ?, ?, ?, 1, ?, 0)
                on conflict (source, username) do update set token_sealed = excluded.token_sealed, version = account.version + 1, refused_since = null, refusals = 0
                    where account.verified = 0 and account.refusals > 0""", source, UUID.randomUUID().toString(), lower(username), sealed, clock.millis()) == 1
                ? Optional.of(enrolled(handle, source, username, "event")) : Optional.empty());
    }

    /** The token's profile shows this user name. */
    public void verified(Account account) {
        database.change(handle -> handle.execute("update account set verified = 1 where source = ? and id = ? and version = ?", account.source(), account.id(),
                account.version()));
    }

    /**
     * The account has another e-mail now, and so another user name; its id stays.
     *
     * @return false when another enrolment has that name, or its person was erased: then nothing is changed
     */
    public boolean renamed(Account account, String username) {
        return database.write(handle -> {
            if (erased.called(handle, account.source(), username) || handle.execute("""
                    update or ignore account set username = ? where source = ? and id = ? and version = ?""", lower(username), account.source(), account.id(), account.version()) != 1) {
                return false;
            }
            Chronicle.add(handle, clock.millis(), new Step(StepKind.ENROLLED, "its profile", Step.Subject.account(account.id()),
                    Map.of("source", account.source(), "username", lower(username), "because", "an e-mail that changed")));
            return true;
        });
    }

    /** Takes back an enrolment whose token turned out to be somebody else's; a verified one stays. */
    public void reject(Account account) {
        database.change(handle -> handle.execute("delete from account where source = ? and id = ? and version = ? and verified = 0", account.source(), account.id(),
                account.version()));
    }

    /** Ids of all enrolled accounts of a source, in order. */
    public List<String> ids(String source) {
        return database.read(handle -> handle.createQuery("select id from account where source = ? order by id").bind(0, source).mapTo(String.class).list());
    }

    /** The enrolment of a user name; empty when it is not enrolled. */
    public Optional<String> idOf(String source, String username) {
        return database.read(handle -> idOf(handle, source, username));
    }

    public Optional<Account> open(String source, String id) {
        return database.read(handle -> handle.createQuery("select username, token_sealed, version, verified from account where source = ? and id = ?").bind(0, source).bind(1, id)
                .map((row, context) -> new Account(source, id, row.getString(1), seal.open(row.getBytes(2)), row.getInt(3), row.getInt(4) != 0)).findOne());
    }

    private static Optional<String> idOf(Handle handle, String source, String username) {
        return handle.createQuery("select id from account where source = ? and username = ?").bind(0, source).bind(1, lower(username)).mapTo(String.class).findOne();
    }

    /** The user name is somebody's e-mail, so it stands where it can be erased. */
    private String enrolled(Handle handle, String source, String username, String actor) {
        String id = idOf(handle, source, username).orElseThrow();
        Chronicle.add(handle, clock.millis(), new Step(StepKind.ENROLLED, actor, Step.Subject.account(id), Map.of("source", source, "username", lower(username))));
        return id;
    }

    private static String lower(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    /** The service would not have this token. Nobody loses anything by it. */
    public void refused(Account account) {
        database.change(handle -> handle.execute(
                "update account set refused_since = coalesce(refused_since, ?), refusals = refusals + 1 where source = ? and id = ? and version = ?",
                clock.millis(), account.source(), account.id(), account.version()));
    }

    public void answered(Account account) {
        database.change(handle -> handle.execute("update account set refused_since = null, refusals = 0 where source = ? and id = ? and version = ? and refusals > 0",
                account.source(), account.id(), account.version()));
    }
}
