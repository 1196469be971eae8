package dev.accolade.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;

/** The ledger's file, opened and brought to this version's tables. Safe for several threads. */
public final class Database implements AutoCloseable {

    private final Path file;
    private final HikariDataSource writing;
    private final HikariDataSource reading;
    private final Jdbi writer;
    private final Jdbi reader;
    private final Alive alive;
    private volatile LedgerException damage;

    /**
     * @param file is created with its folders when it does not exist
     * @throws LedgerException when it cannot be opened, is no ledger, or is damaged
     */
    public Database(Path file) {
        this.file = file;
        this.alive = new Alive(file);
        HikariDataSource opened = null;
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            new LedgerFile(file).make();
            opened = new LedgerFile(file).writing();
            migrate(opened);
            this.writing = opened;
            this.reading = new LedgerFile(file).reading();
        } catch (IOException noFolder) {
            throw new LedgerException("The ledger's folder " + file.toAbsolutePath().getParent() + " cannot be created (" + noFolder.getMessage()
                    + "). Nothing was started. Make it, or name another file with accolade.ledger.", noFolder);
        } catch (FlywayException | com.zaxxer.hikari.pool.HikariPool.PoolInitializationException unusable) {
            if (opened != null) {
                opened.close();
            }
            throw unusable(file, unusable);
        }
        this.writer = jdbi(writing);
        this.reader = jdbi(reading);
    }

    /** Tables of a later version are refused too: this one would not know what it breaks. */
    private static void migrate(HikariDataSource source) {
        Flyway.configure().dataSource(source).locations("classpath:db/migration").loggers("slf4j").ignoreMigrationPatterns(new String[0]).load().migrate();
    }

    /** One map of names serves several statements, each of which needs only some of them. */
    private static Jdbi jdbi(HikariDataSource source) {
        Jdbi jdbi = Jdbi.create(source);
        jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        // What is bound tells of people, and what fails is told to whoever reads the log.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return jdbi;
    }

    /** One transaction that may write; rolled back whole when it throws. Keep it short: there is one writer at a time. */
    public <T> T write(Function<Handle, T> work) {
        return sorted(() -> writer.inTransaction(work::apply));
    }

    /** The same without a result. */
    public void change(Consumer<Handle> work) {
        write(handle -> {
            work.accept(handle);
            return null;
        });
    }

    /** Reads of one state; never writes. */
    public <T> T read(Function<Handle, T> work) {
        return sorted(() -> reader.inTransaction(work::apply));
    }

    /** What befalls the file is told in words; a file that was found damaged is not touched again, for each write may make it worse. */
    private <T> T sorted(Supplier<T> work) {
        LedgerException found = damage;
        if (found != null) {
            throw found;
        }
        try {
            return work.get();
        } catch (RuntimeException failed) {
            FileTrouble trouble = FileTrouble.in(failed).orElseThrow(() -> failed);
            LedgerException told = trouble.exception(file, failed);
            if (trouble == FileTrouble.DAMAGED) {
                damage = told;
            }
            throw told;
        }
    }

    /**
     * Looks through the whole file; takes a second or so for each hundred megabytes.
     *
     * @throws LedgerException when it is damaged
     */
    public void inspect() {
        String found = read(handle -> handle.createQuery("pragma quick_check(1)").mapTo(String.class).one());
        if (!found.equals("ok")) {
            damage = FileTrouble.DAMAGED.exception(file, new SQLException(found.replace("\n", " ")));
            throw damage;
        }
    }

    /**
     * Writes the file anew, so that nothing deleted is left in its free space, and empties the log beside it.
     *
     * @return false when somebody was reading: then the log still holds what it held
     */
    public boolean compact() {
        return writer.withHandle(handle -> {
            handle.execute("vacuum");
            return handle.createQuery("pragma wal_checkpoint(truncate)").map((row, context) -> row.getInt(1)).one() == 0;
        });
    }

    /** Which of the processes that share this ledger still live. */
    Alive alive() {
        return alive;
    }

    @Override
    public void close() {
        alive.close();
        reading.close();
        writing.close();
    }

    private static LedgerException unusable(Path file, RuntimeException thrown) {
        return FileTrouble.in(thrown).map(trouble -> trouble.exception(file, thrown))
                .orElseGet(() -> new LedgerException("The ledger " + file + " cannot be used (" + rootMessage(thrown)
                        + "). Nothing was started. Check that it is a ledger of this or an older version and that this user may write it.", thrown));
    }

    private static String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage();
    }
}
