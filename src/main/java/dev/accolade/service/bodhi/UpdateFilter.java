package dev.accolade.service.bodhi;

import static java.util.Objects.requireNonNull;

import dev.accolade.service.http.Request;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * Which updates: those that fit all that is given; of several users, states, releases or packages, any. Source: docs/services/bodhi.md, facts 8 to 12.
 *
 * @param statuses as Bodhi spells them; one it does not know is refused by it
 */
public record UpdateFilter(List<String> users, List<String> statuses, List<String> releases, List<String> packages, Optional<Instant> pushedSince,
        Optional<Instant> modifiedSince, Optional<Instant> submittedSince) {

    /** Without a zone: the server keeps UTC, and takes what names no zone for that. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    public UpdateFilter {
        users = List.copyOf(users);
        statuses = List.copyOf(statuses);
        releases = List.copyOf(releases);
        packages = List.copyOf(packages);
        requireNonNull(pushedSince, "pushedSince is null");
        requireNonNull(modifiedSince, "modifiedSince is null");
        requireNonNull(submittedSince, "submittedSince is null");
    }

    /** All updates there ever were: hundreds of thousands on a large server. */
    public static UpdateFilter all() {
        return new UpdateFilter(List.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same of one status alone. */
    public UpdateFilter withStatus(String status) {
        return new UpdateFilter(users, List.of(status), releases, packages, pushedSince, modifiedSince, submittedSince);
    }

    /** The same of these people alone. */
    public UpdateFilter of(String... names) {
        return new UpdateFilter(List.of(names), statuses, releases, packages, pushedSince, modifiedSince, submittedSince);
    }

    Request on(Request request) {
        Request filtered = joined(joined(joined(joined(request, "user", users), "status", statuses), "releases", releases), "packages", packages);
        return since(since(since(filtered, "pushed_since", pushedSince), "modified_since", modifiedSince), "submitted_since", submittedSince);
    }

    private static Request joined(Request request, String name, List<String> values) {
        return values.isEmpty() ? request : request.query(name, String.join(",", values));
    }

    private static Request since(Request request, String name, Optional<Instant> time) {
        return time.map(TIME::format).map(text -> request.query(name, text)).orElse(request);
    }
}
