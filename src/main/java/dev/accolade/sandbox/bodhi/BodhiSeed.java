package dev.accolade.sandbox.bodhi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.sandbox.SeedNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a Bodhi seed. Everything is optional but names, aliases and builds.
 *
 * <pre>
 * users:   [{name, groups: [name]}]
 * updates: [{alias, user, release, type, status, request, notes, builds: [name-version-release], submitted, modified, pushed, testing, stable}]
 * </pre>
 */
final class BodhiSeed {

    private final Clock clock;

    BodhiSeed(Clock clock) {
        this.clock = clock;
    }

    Archive read(SeedNode seed) {
        Archive archive = new Archive();
        for (SeedNode user : seed.items("users")) {
            if (archive.people.containsKey(user.text("name"))) {
                throw user.wrong("name", "\"" + user.text("name") + "\" is there twice");
            }
            archive.person(user.text("name"), texts(user, "groups"));
        }
        seed.items("updates").forEach(update -> add(archive, update));
        return archive;
    }

    /** Whoever submits an update is a user from then on. */
    void add(Archive archive, SeedNode json) {
        String alias = json.text("alias");
        if (archive.updates.containsKey(alias)) {
            throw json.wrong("alias", "\"" + alias + "\" is there twice");
        }
        List<String> builds = texts(json, "builds");
        if (builds.isEmpty() || !builds.stream().allMatch(build -> build.matches("[^\\s,]+-[^-\\s,]+-[^-\\s,]+"))) {
            throw json.wrong("builds", "is to hold at least one build like nano-7.2-1.fc40, and nothing else");
        }
        Submitter user = json.optional("user").map(name -> archive.person(name, List.of())).orElse(null);
        Update update = new Update(alias, user, json.optional("release").orElse(null), choice(json, "type", "unspecified", Archive.TYPES), builds,
                json.optional("notes").orElse(""), time(json, "submitted").orElseGet(this::now));
        update.status = choice(json, "status", "pending", Archive.STATUSES);
        update.request = json.optional("request").isEmpty() ? null : choice(json, "request", "", Archive.REQUESTS);
        update.modified = time(json, "modified").orElse(null);
        update.pushed = time(json, "pushed").orElse(null);
        update.testing = time(json, "testing").orElse(null);
        update.stable = time(json, "stable").orElse(null);
        archive.updates.put(alias, update);
    }

    static String choice(SeedNode json, String field, String otherwise, List<String> choices) {
        String text = json.optional(field).orElse(otherwise);
        if (!choices.contains(text)) {
            throw json.wrong(field, "is one of " + choices);
        }
        return text;
    }

    LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).withNano(0);
    }

    static Optional<LocalDateTime> time(SeedNode json, String field) {
        try {
            return json.optional(field).map(LocalDateTime::parse);
        } catch (DateTimeException malformed) {
            throw json.wrong(field, "is not a time like 2024-01-02T00:00:00, without a zone");
        }
    }

    private static List<String> texts(SeedNode json, String field) {
        List<String> texts = new ArrayList<>();
        for (JsonNode one : json.list(field)) {
            if (!one.isTextual()) {
                throw json.wrong(field, "is to hold texts alone");
            }
            texts.add(one.textValue());
        }
        return texts;
    }
}
