package dev.accolade.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Rows that belong to some persons. Read with bare JDBC, because a plan reads millions of them.
 *
 * @param condition  on a column with the person's id, such as {@code between ? and ?}
 * @param parameters of the condition
 */
record Selection(Handle handle, String condition, List<Object> parameters) {

    /** Makes a value of one row. */
    interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Takes one row. */
    interface Taking {
        void take(ResultSet row) throws SQLException;
    }

    /**
     * By person, in the order in which they come; the first column is the person.
     *
     * @param sql with {@code %s} where the condition goes
     */
    <T> Map<Long, List<T>> grouped(String sql, Reading<T> reading) {
        Map<Long, List<T>> found = new LinkedHashMap<>();
        each(sql, row -> found.computeIfAbsent(row.getLong(1), id -> new ArrayList<>()).add(reading.read(row)));
        return found;
    }

    void each(String sql, Taking taking) {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql.formatted(condition))) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    taking.take(rows);
                }
            }
        } catch (SQLException unreadable) {
            throw new LedgerException("The ledger could not be read (" + unreadable.getMessage() + "). Nothing was changed.", unreadable);
        }
    }
}
