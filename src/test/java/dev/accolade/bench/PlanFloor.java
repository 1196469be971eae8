package dev.accolade.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The rows a plan reads, read in key order with bare JDBC; and as many change rows as it makes, written in one prepared batch. */
final class PlanFloor {

    private static final int BATCH = 5_000;
    private static final List<String> READ = List.of("select * from member order by source, id",
            "select source, scope_id, member_id, holds, first_seen from entitlement where gone_at is null order by source, scope_id, member_id, holds",
            "select * from grants order by person, target, object_id, generation");
    private static final String OPEN = """
            select person, target, object_id, id, kind, state, waiting_for, desired_json, evidence_json from change
            where state in ('PLANNED', 'WAITING', 'CLAIMED', 'UNKNOWN', 'REFUSED') order by id""";

    private final Path ledger;

    PlanFloor(Path ledger) {
        this.ledger = ledger;
    }

    /** What a plan reads that finds everything as it was. */
    Duration reading() throws SQLException {
        long begin = System.nanoTime();
        try (Connection connection = open(ledger); Statement statement = connection.createStatement()) {
            for (String query : READ) {
                read(statement, query);
            }
            read(statement, OPEN);
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /**
     * The reading of a ledger without changes, and the writing of what the plan wrote into another one.
     *
     * @param empty a ledger with all tables and indexes and nothing in them
     */
    Duration readingAndWriting(Path empty) throws SQLException {
        long begin = System.nanoTime();
        try (Connection from = open(ledger); Statement statement = from.createStatement()) {
            for (String query : READ) {
                read(statement, query);
            }
        }
        Duration read = Duration.ofNanos(System.nanoTime() - begin);
        return read.plus(writing(empty));
    }

    private Duration writing(Path empty) throws SQLException {
        try (Connection from = open(ledger); Statement statement = from.createStatement();
                ResultSet sample = statement.executeQuery("select *, (select count(*) from change) as n from change order by id limit 1")) {
            ResultSetMetaData columns = sample.getMetaData();
            List<Object> values = new ArrayList<>();
            for (int column = 1; column < columns.getColumnCount(); column++) {
                values.add(sample.getObject(column));
            }
            int rows = sample.getInt("n");
            long begin = System.nanoTime();
            try (Connection to = open(empty)) {
                write(to, values, rows);
            }
            return Duration.ofNanos(System.nanoTime() - begin);
        }
    }

    /** The first columns are id, plan, target, object, object's name, person. */
    private static void write(Connection to, List<Object> sample, int rows) throws SQLException {
        to.setAutoCommit(false);
        try (PreparedStatement insert = to.prepareStatement("insert into change values (?" + ", ?".repeat(sample.size() - 1) + ")")) {
            for (int row = 1; row <= rows; row++) {
                for (int column = 0; column < sample.size(); column++) {
                    insert.setObject(column + 1, sample.get(column));
                }
                insert.setInt(1, row);
                insert.setInt(6, row);
                insert.addBatch();
                if (row % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
            to.commit();
        }
    }

    private static void read(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getString(column);
                }
            }
        }
    }

    private static Connection open(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.execute("pragma synchronous = full");
        }
        return connection;
    }
}
