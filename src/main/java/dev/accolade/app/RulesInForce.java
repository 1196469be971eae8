package dev.accolade.app;

import dev.accolade.config.Service;
import dev.accolade.config.Settings;
import dev.accolade.rules.KnownNames;
import dev.accolade.rules.RuleBook;
import dev.accolade.rules.RuleFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The rules as last read whole. */
public final class RulesInForce implements Supplier<RuleBook> {

    private final Path file;
    private final KnownNames known;
    private volatile RuleBook book;

    /** @throws dev.accolade.rules.RuleFileException when the file has mistakes */
    public RulesInForce(Settings settings) {
        this.file = settings.resolve("accolade.rules");
        this.known = known(settings);
        this.book = RuleFile.read(file, known);
    }

    @Override
    public RuleBook get() {
        return book;
    }

    static KnownNames known(Settings settings) {
        return new KnownNames(types(settings.sources()), types(settings.targets()));
    }

    private static Map<String, String> types(Map<String, Service> services) {
        Map<String, String> types = new TreeMap<>();
        services.forEach((name, service) -> types.put(name, service.type()));
        return types;
    }
}
