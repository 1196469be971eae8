package dev.accolade.ledger;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/** One statement for many rows, with bare JDBC, because a pull and a plan write a million of them. Nothing is sure before {@link #close}. */
final class Batch implements AutoCloseable {

    private static final int SIZE = 1_000;

    private final PreparedStatement statement;
    private int waiting;

    /** @param sql with {@code ?} for each value of a row */
    Batch(Handle handle, String sql) {
        try {
            this.statement = handle.getConnection().prepareStatement(sql);
        } catch (SQLException wrong) {
            throw failure(wrong);
        }
    }

    /** @param values numbers, texts or null, in the order of the statement */
    void add(Object... values) {
        try {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.addBatch();
            if (++waiting == SIZE) {
                execute();
            }
        } catch (SQLException unwritten) {
            throw failure(unwritten);
        }
    }

    private void execute() throws SQLException {
        statement.executeBatch();
        waiting = 0;
    }

    /** Writes what waits. */
    @Override
    public void close() {
        try (statement) {
            if (waiting > 0) {
                execute();
            }
        } catch (SQLException unwritten) {
            throw failure(unwritten);
        }
    }

    private static LedgerException failure(SQLException cause) {
        return new LedgerException("The ledger could not be written (" + cause.getMessage() + "). Nothing of this step was kept.", cause);
    }
}
