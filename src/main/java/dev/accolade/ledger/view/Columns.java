package dev.accolade.ledger.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Columns as values. */
final class Columns {

    private Columns() {}

    static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() || millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).filter(text -> !text.isEmpty()).map(Masked::text);
    }
}
