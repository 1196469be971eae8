package dev.accolade.properties;

import dev.accolade.ledger.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** One ledger for many tries: emptied is faster than made anew. */
final class Ledgers {

    private Ledgers() {}

    static void empty(Database database) {
        database.change(handle -> handle.createQuery("select name from sqlite_master where type = 'table' and name not like 'flyway%' and name not like 'sqlite%'")
                .mapTo(String.class).list().forEach(table -> handle.execute("delete from " + table)));
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
