package dev.accolade.sandbox.bodhi;

import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** {@code /updates/} and {@code /users/}. Source: docs/services/bodhi.md, facts 8 to 17. */
final class Lists {

    private final Archive archive;
    private final Parameters parameters;
    private final String base;

    Lists(Archive archive, Call call) {
        this.archive = archive;
        this.parameters = new Parameters(call);
        this.base = call.base();
    }

    Answer updates() {
        List<Predicate<Update>> filters = new ArrayList<>();
        parameters.words("user").ifPresent(names -> filters.add(update -> update.user != null && names.contains(update.user.name())));
        parameters.words("user").ifPresent(this::requireKnown);
        parameters.choice("status", Archive.STATUSES).ifPresent(all -> filters.add(update -> all.contains(update.status)));
        parameters.choice("request", Archive.REQUESTS).ifPresent(all -> filters.add(update -> all.contains(update.request)));
        parameters.choice("type", Archive.TYPES).ifPresent(all -> filters.add(update -> all.contains(update.type)));
        parameters.words("releases").ifPresent(all -> filters.add(update -> all.contains(update.release)));
        parameters.words("packages").ifPresent(all -> filters.add(update -> update.packages().stream().anyMatch(all::contains)));
        parameters.words("builds").ifPresent(all -> filters.add(update -> update.builds.stream().anyMatch(all::contains)));
        parameters.words("alias").ifPresent(all -> filters.add(update -> all.contains(update.alias)));
        parameters.text("search").map(text -> text.toLowerCase(Locale.ROOT)).ifPresent(text -> filters.add(update ->
                update.alias.toLowerCase(Locale.ROOT).contains(text) || update.builds.stream().anyMatch(build -> build.toLowerCase(Locale.ROOT).contains(text))));
        between("submitted", update -> update.submitted, filters);
        between("modified", update -> update.modified, filters);
        between("pushed", update -> update.pushed, filters);
        List<Update> found = archive.newestFirst().stream().filter(update -> filters.stream().allMatch(filter -> filter.test(update))).toList();
        return page("updates", found, update -> Replies.update(update, base));
    }


    private void requireKnown(List<String> names) {
        List<String> unknown = names.stream().filter(name -> !archive.people.containsKey(name)).toList();
        if (!unknown.isEmpty()) {
            throw Refusal.of("user", "Invalid users specified: " + String.join(", ", unknown));
        }
    }

    private void between(String what, Function<Update, LocalDateTime> time, List<Predicate<Update>> filters) {
        parameters.time(what + "_since").ifPresent(first -> filters.add(update -> time.apply(update) != null && !time.apply(update).isBefore(first)));
        parameters.time(what + "_before").ifPresent(end -> filters.add(update -> time.apply(update) != null && time.apply(update).isBefore(end)));
    }

    Answer users() {
        List<Predicate<Submitter>> filters = new ArrayList<>();
        parameters.text("name").ifPresent(name -> filters.add(user -> user.name().equals(name)));
        parameters.text("search").map(text -> text.toLowerCase(Locale.ROOT))
                .ifPresent(text -> filters.add(user -> user.name().toLowerCase(Locale.ROOT).contains(text)));
        parameters.words("groups").ifPresent(all -> filters.add(user -> user.groups().stream().anyMatch(all::contains)));
        List<Submitter> found = archive.people.values().stream().filter(user -> filters.stream().allMatch(filter -> filter.test(user))).toList();
        return page("users", found, Replies::user);
    }

    private <T> Answer page(String field, List<T> all, Function<T, Map<String, Object>> shown) {
        int page = parameters.page();
        int rows = parameters.rows();
        long first = Math.min(all.size(), (page - 1L) * rows);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(field, all.subList((int) first, (int) Math.min(all.size(), first + rows)).stream().map(shown).toList());
        body.put("page", page);
        body.put("pages", (all.size() + rows - 1) / rows);
        body.put("rows_per_page", rows);
        body.put("total", all.size());
        if (field.equals("updates")) {
            body.put("chrome", true);
            body.put("display_user", true);
            body.put("display_request", true);
            body.put("package", parameters.words("packages").map(names -> names.get(0)).orElse(null));
        }
        return Answer.json(200, body);
    }
}
