package dev.accolade.sandbox.cave;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a user may do, in the form that {@code /user/cache}, {@code /my_permissions} and {@code /user/{id}/permissions} share. */
final class Rights {

    private static final int EDIT = 2;
    private static final Map<String, Integer> LEVELS = Map.of("view", 1, "edit", 2);

    private Rights() {
    }

    static Map<String, Object> of(User user, Tables tables) {
        NavigableMap<Integer, NavigableSet<Integer>> byDataset = byDataset(user, tables);
        if (user.readOnly) {
            byDataset.values().forEach(permissions -> permissions.remove(EDIT));
        }
        byDataset.values().removeIf(NavigableSet::isEmpty);
        Map<String, Object> levels = new TreeMap<>();
        Map<String, Object> open = new TreeMap<>();
        Map<String, Object> all = new TreeMap<>();
        NavigableSet<Integer> accepted = accepted(user, tables);
        byDataset.forEach((id, permissions) -> {
            Dataset dataset = tables.datasets.get(id);
            List<String> names = permissions.stream().map(permission -> tables.permissions.get(permission).name()).toList();
            all.put(dataset.name, names);
            if (dataset.terms.map(accepted::contains).orElse(true)) {
                open.put(dataset.name, names);
                levels.put(dataset.name, names.stream().mapToInt(name -> LEVELS.getOrDefault(name, 0)).max().orElse(0));
            }
        });
        Map<String, Object> rights = new TreeMap<>(Map.of("permissions", levels, "permissions_v2", open, "permissions_v2_ignore_tos", all));
        rights.put("missing_tos", missing(user, tables));
        rights.put("groups", user.groups.keySet().stream().map(group -> tables.groups.get(group).name).toList());
        rights.put("groups_admin", user.groups.entrySet().stream().filter(Map.Entry::getValue).map(one -> tables.groups.get(one.getKey()).name)
                .toList());
        rights.put("datasets_admin", tables.datasets.values().stream().filter(one -> one.admins.contains(user.id)).map(one -> one.name).toList());
        rights.put("parent_id", user.parent.orElse(null));
        rights.putAll(person(user));
        return rights;
    }

    /** The terms that stand between a user and a dataset, also where being read-only leaves no right on it. */
    static List<Map<String, Object>> missing(User user, Tables tables) {
        NavigableSet<Integer> accepted = accepted(user, tables);
        List<Map<String, Object>> missing = new ArrayList<>();
        for (int id : byDataset(user, tables).keySet()) {
            Dataset dataset = tables.datasets.get(id);
            if (dataset.terms.isPresent() && !accepted.contains(dataset.terms.get())) {
                int terms = dataset.terms.get();
                missing.add(new TreeMap<>(Map.of("dataset_id", id, "dataset_name", dataset.name, "tos_id", terms, "tos_name",
                        tables.terms.get(terms).name())));
            }
        }
        return missing;
    }

    private static Map<String, Object> person(User user) {
        Map<String, Object> person = new TreeMap<>(Map.of("admin", user.admin, "affiliations", Forms.affiliations(user), "email", user.email));
        person.put("id", user.id);
        person.put("name", user.publicName());
        person.put("pi", user.pi.orElse(null));
        person.put("service_account", user.serviceAccount());
        return person;
    }

    private static NavigableSet<Integer> accepted(User user, Tables tables) {
        return user.parent.map(tables.users::get).orElse(user).acceptedTerms;
    }

    private static NavigableMap<Integer, NavigableSet<Integer>> byDataset(User user, Tables tables) {
        NavigableMap<Integer, NavigableSet<Integer>> byDataset = new TreeMap<>();
        for (int group : user.groups.keySet()) {
            tables.groups.get(group).rights.forEach((dataset, permissions) ->
                    byDataset.computeIfAbsent(dataset, fresh -> new TreeSet<>()).addAll(permissions));
        }
        return byDataset;
    }
}
