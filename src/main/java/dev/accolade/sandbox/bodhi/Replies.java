package dev.accolade.sandbox.bodhi;

import dev.accolade.sandbox.Answer;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers in the server's form. */
final class Replies {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private Replies() {
    }

    /** @param location where the mistake stands: {@code querystring}, {@code url} or {@code body} */
    static Answer error(int status, String location, String name, String description) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("location", location);
        error.put("name", name);
        error.put("description", description);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", "error");
        body.put("errors", List.of(error));
        return Answer.json(status, body);
    }

    static Map<String, Object> user(Submitter user) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", user.id());
        json.put("name", user.name());
        json.put("email", null);
        json.put("groups", user.groups().stream().map(group -> Map.of("name", group)).toList());
        json.put("avatar", null);
        json.put("openid", user.name() + ".id.example.org");
        return json;
    }

    static Map<String, Object> update(Update update, String base) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("autokarma", true);
        json.put("stable_karma", 3);
        json.put("unstable_karma", -3);
        json.put("display_name", "");
        json.put("notes", update.notes);
        json.put("type", update.type);
        json.put("status", update.status);
        json.put("request", update.request);
        json.put("severity", "unspecified");
        json.put("locked", false);
        json.put("pushed", update.pushed != null);
        json.put("critpath", false);
        times(update).forEach((name, time) -> json.put(name, Optional.ofNullable(time.orElse(null)).map(TIME::format).orElse(null)));
        json.put("alias", update.alias);
        json.put("url", base + "/updates/" + update.alias);
        json.put("title", String.join(" ", update.builds));
        json.put("release", update.release == null ? null : Map.of("name", update.release, "state", "current"));
        json.put("comments", List.of());
        json.put("builds", update.builds.stream().map(Replies::build).toList());
        json.put("bugs", List.of());
        json.put("user", update.user == null ? null : user(update.user));
        json.put("karma", 0);
        json.put("content_type", "rpm");
        return json;
    }

    private static Map<String, Optional<LocalDateTime>> times(Update update) {
        Map<String, Optional<LocalDateTime>> times = new LinkedHashMap<>();
        times.put("date_submitted", Optional.of(update.submitted));
        times.put("date_modified", Optional.ofNullable(update.modified));
        times.put("date_approved", Optional.empty());
        times.put("date_pushed", Optional.ofNullable(update.pushed));
        times.put("date_testing", Optional.ofNullable(update.testing));
        times.put("date_stable", Optional.ofNullable(update.stable));
        return times;
    }

    private static Map<String, Object> build(String nvr) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("nvr", nvr);
        json.put("signed", true);
        json.put("type", "rpm");
        json.put("epoch", 0);
        return json;
    }
}
