package dev.accolade.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/** Opens connections to one ledger's file: all write through one, several read. */
record LedgerFile(Path file) {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerFile.class);
    private static final int BUSY_MILLIS = 60_000;
    /** KiB outside the Java heap; a pull inserts into indexes in another order than theirs, so the writer needs more. */
    private static final int WRITER_CACHE = 64_000;
    private static final int READER_CACHE = 8_000;

    /** Makes an empty one where there is none, readable for this user alone, for it tells of people; what SQLite keeps beside it is as it is. Where that fails, SQLite says why. */
    void make() {
        if (Files.exists(file)) {
            return;
        }
        try {
            Path empty = Files.createTempFile(file.toAbsolutePath().getParent(), "ledger", ".new");
            try {
                Files.createLink(file, empty);
            } finally {
                Files.delete(empty);
            }
        } catch (IOException | UnsupportedOperationException madeByAnotherProcessOrByNobody) {
            LOG.debug("The ledger's file was not made beforehand.", madeByAnotherProcessOrByNobody);
        }
    }

    HikariDataSource writing() {
        return pool(SQLiteConfig.TransactionMode.IMMEDIATE, 1, WRITER_CACHE);
    }

    HikariDataSource reading() {
        return pool(SQLiteConfig.TransactionMode.DEFERRED, 6, READER_CACHE);
    }

    private HikariDataSource pool(SQLiteConfig.TransactionMode mode, int size, int cacheKib) {
        SQLiteConfig sqlite = new SQLiteConfig();
        sqlite.setJournalMode(SQLiteConfig.JournalMode.WAL);
        sqlite.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        sqlite.setTransactionMode(mode);
        sqlite.setBusyTimeout(BUSY_MILLIS);
        sqlite.setCacheSize(-cacheKib);
        SQLiteDataSource source = new SQLiteDataSource(sqlite);
        source.setUrl("jdbc:sqlite:" + file);
        HikariConfig hikari = new HikariConfig();
        hikari.setDataSource(source);
        hikari.setMaximumPoolSize(size);
        hikari.setMinimumIdle(1);
        hikari.setConnectionTimeout(2L * BUSY_MILLIS);
        hikari.setPoolName("ledger-" + mode.name().toLowerCase(Locale.ROOT));
        return pool(hikari);
    }

    /** While another process makes a new file one that keeps a log, SQLite says that it is busy at once, whatever time-out it was given. */
    private static HikariDataSource pool(HikariConfig hikari) {
        long end = System.nanoTime() + Duration.ofMillis(BUSY_MILLIS).toNanos();
        while (true) {
            try {
                return new HikariDataSource(hikari);
            } catch (PoolInitializationException failed) {
                if (!isBusy(failed) || System.nanoTime() > end) {
                    throw failed;
                }
                pause(failed);
            }
        }
    }

    private static boolean isBusy(Throwable thrown) {
        return thrown != null && (thrown instanceof SQLException sql && (sql.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_BUSY.code || isBusy(thrown.getCause()));
    }

    private static void pause(PoolInitializationException failed) {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw failed;
        }
    }
}
