package dev.accolade.sandbox.cave;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Plants a described state into empty tables. */
final class Seed {

    private Seed() {
    }

    static void plant(JsonNode seed, Tables tables) {
        seed.path("permissions").forEach(one -> named(one, "name").ifPresent(made -> tables.permissions.put(made.id(), made)));
        tables.permissions.keySet().forEach(id -> tables.taken("permissions", id));
        seed.path("apps").forEach(one -> named(one, "url").ifPresent(made -> tables.apps.put(made.id(), made)));
        for (JsonNode one : seed.path("tos")) {
            tables.terms.put(one.path("id").asInt(), new Tables.Terms(one.path("id").asInt(), one.path("name").asText(), one.path("text").asText()));
            tables.taken("tos", one.path("id").asInt());
        }
        for (JsonNode one : seed.path("datasets")) {
            Optional<Integer> terms = one.hasNonNull("tos_id") ? Optional.of(one.get("tos_id").asInt()) : Optional.empty();
            tables.datasets.put(one.path("id").asInt(), new Dataset(one.path("id").asInt(), one.path("name").asText(), terms));
            tables.taken("datasets", one.path("id").asInt());
        }
        seed.path("groups").forEach(one -> tables.put(new Group(id(one, "groups", tables), one.path("name").asText())));
        users(seed, tables);
        rights(seed, tables);
        tokens(seed, tables);
    }

    /** The id of an entry; the next free one where it has none. */
    private static int id(JsonNode one, String table, Tables tables) {
        return one.has("id") ? one.get("id").asInt() : tables.next(table);
    }

    private static Optional<Tables.Named> named(JsonNode one, String field) {
        return one.has("id") ? Optional.of(new Tables.Named(one.get("id").asInt(), one.path(field).asText())) : Optional.empty();
    }

    private static void users(JsonNode seed, Tables tables) {
        Map<String, Integer> institutes = new HashMap<>();
        seed.path("affiliations").forEach(one -> institutes.put(one.path("name").asText(), one.path("id").asInt()));
        for (JsonNode one : seed.path("users")) {
            Optional<Integer> parent = one.hasNonNull("parent_id") ? Optional.of(one.get("parent_id").asInt()) : Optional.empty();
            LocalDateTime created = one.has("created") ? LocalDateTime.parse(one.get("created").asText())
                    : LocalDateTime.ofInstant(tables.clock.instant(), ZoneOffset.UTC);
            User user = new User(id(one, "users", tables), one.path("email").asText(), one.path("name").asText(), created, parent);
            user.pi = Optional.of(one.path("pi").asText(""));
            user.admin = one.path("admin").asBoolean();
            user.gdprConsent = one.path("gdpr_consent").asBoolean();
            user.readOnly = one.path("read_only").asBoolean();
            user.customName = text(one, "custom_name");
            user.customActive = user.customName.isPresent();
            one.path("accepted_tos").forEach(terms -> user.acceptedTerms.add(terms.asInt()));
            for (JsonNode at : one.path("affiliations")) {
                String institute = at.path("affiliation").asText();
                user.affiliations.add(new User.Affiliation(institutes.getOrDefault(institute, 0), institute, text(at, "start"), text(at, "end")));
            }
            tables.put(user);
            Optional.ofNullable(tables.groupNames.get("default")).ifPresent(group -> tables.join(group, user.id, false));
        }
    }

    private static Optional<String> text(JsonNode object, String name) {
        return object.hasNonNull(name) ? Optional.of(object.get(name).asText()) : Optional.empty();
    }

    private static void rights(JsonNode seed, Tables tables) {
        seed.path("group_members").forEach(one -> tables.join(one.path("group").asInt(), one.path("user").asInt(), one.path("admin").asBoolean()));
        for (JsonNode one : seed.path("group_permissions")) {
            Group group = tables.groups.get(one.path("group").asInt());
            one.path("permissions").forEach(permission ->
                    group.rights.computeIfAbsent(one.path("dataset").asInt(), fresh -> new TreeSet<>()).add(permission.asInt()));
        }
        seed.path("dataset_admins").forEach(one -> tables.datasets.get(one.path("dataset").asInt()).admins.add(one.path("user").asInt()));
        seed.path("table_mappings").forEach(one -> tables.mappings.put(one.path("service").asText() + "/" + one.path("table").asText(),
                tables.datasets.get(one.path("dataset").asInt()).name));
        seed.path("public_roots").forEach(one -> tables.publicRoots.add(one.path("table").asText() + "/" + one.path("root").asText()));
    }

    private static void tokens(JsonNode seed, Tables tables) {
        Instant made = seed.has("token_times") ? LocalDateTime.parse(seed.get("token_times").asText()).toInstant(ZoneOffset.UTC)
                : tables.clock.instant();
        for (JsonNode one : seed.path("tokens")) {
            tables.put(new Token(id(one, "tokens", tables), one.path("user").asInt(), one.path("token").asText(),
                    text(one, "description"), made, Optional.empty()));
        }
        for (JsonNode one : seed.path("login_tokens")) {
            Optional<Instant> end = Optional.of(tables.clock.instant().plusSeconds(one.path("lives_s").asLong(604_800)));
            tables.put(new Token(0, one.path("user").asInt(), one.path("token").asText(), Optional.empty(), made, end));
        }
    }
}
