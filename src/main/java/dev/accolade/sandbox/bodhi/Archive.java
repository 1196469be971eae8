package dev.accolade.sandbox.bodhi;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All updates, and people by name. Whoever reads or changes them holds the lock of this object. */
final class Archive {

    static final List<String> STATUSES = List.of("pending", "testing", "stable", "unpushed", "obsolete", "side_tag_active", "side_tag_expired");
    static final List<String> TYPES = List.of("bugfix", "security", "newpackage", "enhancement", "unspecified");
    static final List<String> REQUESTS = List.of("testing", "obsolete", "unpush", "revoke", "stable");

    final Map<String, Submitter> people = new LinkedHashMap<>();
    final Map<String, Update> updates = new LinkedHashMap<>();

    List<Update> newestFirst() {
        return updates.values().stream().sorted(Comparator.comparing((Update update) -> update.submitted).reversed()).toList();
    }

    Submitter person(String name, List<String> groups) {
        return people.computeIfAbsent(name, unknown -> new Submitter(people.size() + 1, name, groups));
    }
}
