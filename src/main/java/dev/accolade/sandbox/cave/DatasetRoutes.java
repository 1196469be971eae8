package dev.accolade.sandbox.cave;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.sandbox.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Datasets, their groups and their admins. */
final class DatasetRoutes {

    private static final String API = "/auth/api/v1";

    private DatasetRoutes() {
    }

    static List<Route> all() {
        return List.of(Route.get(API + "/dataset", Level.ANY, DatasetRoutes::list),
                Route.of("POST", API + "/dataset", Level.SOME_ADMIN, DatasetRoutes::create),
                Route.get(API + "/dataset/{id}", Level.SOME_ADMIN, DatasetRoutes::one),
                Route.of("PUT", API + "/dataset/{id}", Level.SOME_ADMIN, DatasetRoutes::change),
                Route.get(API + "/dataset/{id}/group", Level.DATASET_ADMIN, DatasetRoutes::groups),
                Route.of("POST", API + "/dataset/{id}/group", Level.DATASET_ADMIN, DatasetRoutes::allow),
                Route.of("DELETE", API + "/dataset/{id}/group/{group_id}/permission/{permission_id}", Level.DATASET_ADMIN, DatasetRoutes::forbid),
                Route.get(API + "/dataset/{id}/admin", Level.DATASET_ADMIN, DatasetRoutes::admins),
                Route.of("POST", API + "/dataset/{id}/admin", Level.DATASET_ADMIN, DatasetRoutes::addAdmin),
                Route.of("DELETE", API + "/dataset/{id}/admin/{user_id}", Level.SUPERADMIN, DatasetRoutes::removeAdmin));
    }

    private static Map<String, Object> form(Dataset dataset) {
        Map<String, Object> form = new TreeMap<>(Forms.named(dataset.id, dataset.name));
        form.put("tos_id", dataset.terms.orElse(null));
        return form;
    }

    private static Answer list(Visit visit) {
        User user = visit.user();
        return Replies.json(visit.tables().datasets.values().stream().filter(one -> user.admin || one.admins.contains(user.id))
                .map(DatasetRoutes::form).toList());
    }

    private static Answer one(Visit visit) {
        Dataset dataset = visit.tables().datasets.get(visit.id(0));
        return dataset == null ? Replies.sentence(404, "dataset doesn't exist") : Replies.json(form(dataset));
    }

    private static Answer create(Visit visit) {
        Body body = Body.of(visit.call());
        body.require("name", "tos_id");
        for (String field : List.of("name", "tos_id")) {
            if (body.get(field).isTextual() && body.get(field).asText().isEmpty()) {
                return Replies.sentence(400, field + " cannot be blank.");
            }
        }
        Tables tables = visit.tables();
        int id = tables.next("datasets");
        String name = body.text("name", 120);
        Optional<Integer> terms = body.get("tos_id").isNull() ? Optional.empty() : Optional.of(body.id("tos_id"));
        boolean taken = name == null || tables.datasets.values().stream().anyMatch(one -> one.name.equals(name));
        if (taken || terms.filter(wanted -> !tables.terms.containsKey(wanted)).isPresent()) {
            return Replies.sentence(422, "dataset already exists.");
        }
        Dataset made = new Dataset(id, name, terms);
        tables.datasets.put(id, made);
        return Replies.json(form(made));
    }

    private static Answer change(Visit visit) {
        Body body = Body.of(visit.call());
        Dataset dataset = visit.tables().datasets.get(visit.id(0));
        if (dataset == null) {
            return Replies.sentence(404, "dataset doesn't exist");
        }
        if (!body.json().isObject()) {
            throw Halt.stumbles();
        }
        dataset.name = body.json().hasNonNull("name") ? body.text("name", 120) : dataset.name;
        if (body.json().has("tos_id")) {
            Optional<Integer> terms = body.get("tos_id").isNull() ? Optional.empty() : Optional.of(body.id("tos_id"));
            if (terms.filter(wanted -> !visit.tables().terms.containsKey(wanted)).isPresent()) {
                throw Halt.stumbles();
            }
            dataset.terms = terms;
        }
        return Replies.success();
    }

    private static Answer groups(Visit visit) {
        List<Map<String, Object>> rows = new ArrayList<>();
        visit.tables().groups.values().forEach(group -> group.rights.getOrDefault(visit.id(0), new TreeSet<>())
                .forEach(permission -> rows.add(GroupRoutes.row(group.id, group.name, visit.tables().permissions.get(permission)))));
        return Replies.json(rows);
    }

    private static Answer allow(Visit visit) {
        Body body = Body.of(visit.call());
        if (!body.has("group_id")) {
            return Replies.json(400, "Missing group_id.");
        }
        Tables tables = visit.tables();
        NavigableSet<Integer> wanted = new TreeSet<>();
        for (JsonNode one : body.get("permission_ids")) {
            if (!one.asText().matches("\\d{1,9}")) {
                throw Halt.stumbles();
            }
            wanted.add(one.asInt());
        }
        Group group = tables.groups.get(body.id("group_id"));
        boolean known = group != null && tables.datasets.containsKey(visit.id(0)) && tables.permissions.keySet().containsAll(wanted);
        NavigableSet<Integer> held = known ? group.rights.getOrDefault(visit.id(0), new TreeSet<>()) : new TreeSet<>();
        if (!wanted.isEmpty() && (!known || wanted.stream().anyMatch(held::contains))) {
            return Replies.json(422, "Dataset already includes group with permission.");
        }
        if (!wanted.isEmpty()) {
            group.rights.computeIfAbsent(visit.id(0), fresh -> new TreeSet<>()).addAll(wanted);
            tables.renewMembers(group.id);
        }
        return Replies.success();
    }

    private static Answer forbid(Visit visit) {
        Group group = visit.tables().groups.get(visit.id(1));
        if (group != null && group.rights.containsKey(visit.id(0))) {
            group.rights.get(visit.id(0)).remove(visit.id(2));
            group.rights.values().removeIf(NavigableSet::isEmpty);
            visit.tables().renewMembers(group.id);
        }
        return Replies.success();
    }

    private static Answer admins(Visit visit) {
        Dataset dataset = visit.tables().datasets.get(visit.id(0));
        return Replies.json(dataset == null ? List.of() : dataset.admins.stream().map(visit.tables().users::get)
                .map(user -> Forms.named(user.id, user.name)).toList());
    }

    private static Answer addAdmin(Visit visit) {
        Body body = Body.of(visit.call());
        if (!body.has("user_id")) {
            return Replies.sentence(400, "Missing user_id.");
        }
        int user = body.id("user_id");
        Dataset dataset = visit.tables().datasets.get(visit.id(0));
        if (dataset == null || !visit.tables().users.containsKey(user) || !dataset.admins.add(user)) {
            throw Halt.stumbles();
        }
        return Replies.success();
    }

    private static Answer removeAdmin(Visit visit) {
        Dataset dataset = visit.tables().datasets.get(visit.id(0));
        if (dataset != null) {
            dataset.admins.remove(visit.id(1));
        }
        return Replies.success();
    }
}
