package dev.accolade.ledger.view;

import dev.accolade.ledger.Database;
import dev.accolade.ledger.Link;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One walk along the chain of the history, a bounded chunk at a time, up to the first row that does not follow. */
final class Verification {

    private static final int CHUNK = 5_000;
    private static final List<String> FIELDS = List.of("id", "at", "kind", "actor", "target", "object_id", "object_name", "person", "generation", "change_id",
            "change_kind", "outcome");

    /** A row with everything that its digest covers. */
    private record Row(long id, List<String> fields, String payload, byte[] salt, byte[] payloadDigest, byte[] digest) {}

    private final Database database;
    private long rows;
    private long erased;
    private byte[] last = Link.FIRST;
    private boolean headSeen;

    Verification(Database database) {
        this.database = database;
    }

    Verified run(Optional<String> head) {
        String wanted = head.map(text -> text.strip().toLowerCase(Locale.ROOT)).orElse("");
        headSeen = hex(last).equals(wanted);
        Optional<String> problem;
        List<Row> chunk;
        do {
            chunk = chunk(rows);
            problem = chunk.stream().map(row -> follow(row, wanted)).flatMap(Optional::stream).findFirst();
        } while (problem.isEmpty() && chunk.size() == CHUNK);
        if (problem.isEmpty() && head.isPresent() && !headSeen) {
            problem = Optional.of("No row of the history has the digest " + wanted + ": rows after row " + rows + " were cut off, or it is the digest of another ledger.");
        }
        return new Verified(rows, erased, hex(last), problem);
    }

    private Optional<String> follow(Row row, String wanted) {
        if (row.id() != rows + 1) {
            return Optional.of("Row " + (rows + 1) + " of the history is missing.");
        }
        if (!Arrays.equals(Link.of(last, row.fields(), row.payloadDigest()), row.digest()) || !payloadHolds(row)) {
            return Optional.of("Row " + row.id() + " of the history was changed.");
        }
        rows++;
        erased += row.payload() == null ? 1 : 0;
        last = row.digest();
        headSeen |= hex(last).equals(wanted);
        return Optional.empty();
    }

    /** An erased payload cannot be looked at any more; one without its salt was not erased by us. */
    private static boolean payloadHolds(Row row) {
        return row.payload() == null ? row.salt() == null
                : row.salt() != null && Arrays.equals(Link.payload(row.salt(), row.payload()), row.payloadDigest());
    }

    private List<Row> chunk(long after) {
        return database.read(handle -> handle.createQuery("select * from history where id > ? order by id limit ?").bind(0, after).bind(1, CHUNK)
                .map((row, context) -> row(row)).list());
    }

    private static Row row(ResultSet row) throws SQLException {
        List<String> fields = new ArrayList<>();
        for (String name : FIELDS) {
            fields.add(row.getString(name));
        }
        return new Row(row.getLong("id"), fields, row.getString("payload"), row.getBytes("salt"), row.getBytes("payload_digest"), row.getBytes("digest"));
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
