package dev.accolade.properties;

import dev.accolade.ledger.Database;
import dev.accolade.ledger.Erased;
import dev.accolade.ledger.Seal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One ledger for many tries: emptied is faster than made anew. */
final class Ledgers {

    private static final Erased NOBODY = nobody();

    private Ledgers() {}

    /** All but which ledger it is. The triggers that let nobody delete history stand aside meanwhile. */
    static void empty(Database database) {
        database.change(handle -> {
            Map<String, String> triggers = handle.createQuery("select name, sql from sqlite_master where type = 'trigger'").collectRows(
                    Collectors.toMap(row -> row.getColumn(1, String.class), row -> row.getColumn(2, String.class)));
            triggers.keySet().forEach(name -> handle.execute("drop trigger " + name));
            handle.createQuery("select name from sqlite_master where type = 'table' and name not like 'flyway%' and name not like 'sqlite%' and name <> 'ledger_mark'")
                    .mapTo(String.class).list().forEach(table -> handle.execute("delete from " + table));
            triggers.values().forEach(sql -> handle.execute(sql));
        });
    }

    /** As ledgers know it in which nobody was erased; made once, since a key is a file. */
    static Erased nobodyErased() {
        return NOBODY;
    }

    private static Erased nobody() {
        try {
            Path folder = Files.createTempDirectory("accolade-properties");
            Erased nobody = new Erased(Seal.of(folder.resolve("key")));
            delete(folder);
            return nobody;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
