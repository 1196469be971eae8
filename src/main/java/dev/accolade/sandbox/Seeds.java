package dev.accolade.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Seeds in a directory: for each service {@code DIR/<service>/seed.json}, else {@code DIR/<service>.json}, else {@code DIR/seed.json} if that
 * one is about the service.
 */
public final class Seeds {

    /** What is only in the seeds of one service, for files without a field {@code service}. */
    private static final Map<String, List<String>> MARKS = Map.of(
            "fas", List.of("people", "groups"),
            "cave", List.of("group_members", "datasets"),
            "cloudspot", List.of("companies"),
            "badgr", List.of("issuers"),
            "learning-locker", List.of("organisations"),
            "fasjson", List.of("principals"),
            "bodhi", List.of("updates"));

    private final ObjectMapper json = new ObjectMapper();
    private final Path directory;

    /** @throws IllegalArgumentException when this is not a directory */
    public Seeds(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException(directory
                    + " is not a directory. Nothing was loaded. Give --seed the directory that holds the seeds.");
        }
        this.directory = directory;
    }

    /**
     * Loads what is there.
     *
     * @param otherwise the seed of a service that is not described, so that it starts empty but can be logged in to
     * @return the services that were not described
     * @throws IllegalArgumentException naming file and field of the first mistake
     */
    public List<String> loadInto(Sandbox sandbox, Function<String, JsonNode> otherwise) {
        List<String> empty = new ArrayList<>();
        for (String service : sandbox.services()) {
            Optional<Path> file = file(service);
            if (file.isEmpty()) {
                sandbox.load(service, () -> otherwise.apply(service));
                empty.add(service);
            } else {
                load(sandbox, service, file.get());
            }
        }
        return empty;
    }

    /** The file that describes a service; empty when none does. */
    public Optional<Path> file(String service) {
        for (Path candidate : List.of(directory.resolve(service).resolve("seed.json"), directory.resolve(service + ".json"))) {
            if (Files.isRegularFile(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.of(directory.resolve("seed.json")).filter(Files::isRegularFile).filter(common -> isAbout(read(common), service));
    }

    private static boolean isAbout(JsonNode seed, String service) {
        return seed.has("service") ? seed.path("service").asText().equals(service)
                : MARKS.getOrDefault(service, List.of("")).stream().allMatch(seed::has);
    }

    private void load(Sandbox sandbox, String service, Path file) {
        JsonNode seed = read(file);
        if (seed.has("service") && !isAbout(seed, service)) {
            throw new IllegalArgumentException(file + ": service: says \"" + seed.path("service").asText() + "\", expected \"" + service
                    + "\" in this place. Nothing was loaded for it.");
        }
        try {
            sandbox.load(service, seed);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(file + ": " + wrong.getMessage() + ". Nothing was loaded for " + service + ".", wrong);
        }
    }

    private JsonNode read(Path file) {
        try {
            return json.readTree(file.toFile());
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(file + ", line " + malformed.getLocation().getLineNr() + ", column "
                    + malformed.getLocation().getColumnNr() + ": not JSON. Nothing was loaded from it.", malformed);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(file + " cannot be read. Nothing was loaded from it.", unreadable);
        }
    }
}
