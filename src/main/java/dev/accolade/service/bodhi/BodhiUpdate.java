package dev.accolade.service.bodhi;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An update: builds of packages that somebody offers for a release.
 *
 * @param alias   its key, like {@code FEDORA-2024-0a1b2c3d4e}
 * @param user    user name of who submitted it; empty where none is on record
 * @param status  {@code pending}, {@code testing}, {@code stable}, {@code unpushed}, {@code obsolete} and what later versions add
 * @param request what is to become of it, where something was asked for
 * @param type    {@code bugfix}, {@code security}, {@code enhancement}, {@code newpackage} or {@code unspecified}
 * @param release short name of the release, like {@code F40}; empty where none is on record
 * @param builds  names of the builds with version and release, like {@code nano-7.2-1.fc40}
 * @param times   when what happened to it
 */
public record BodhiUpdate(String alias, Optional<String> user, String status, Optional<String> request, String type, Optional<String> release,
        List<String> builds, Times times) {

    /** Each empty for what has not happened; {@code pushed} is the latest push, to testing or to stable. */
    public record Times(Optional<Instant> submitted, Optional<Instant> modified, Optional<Instant> pushed, Optional<Instant> testing,
            Optional<Instant> stable) {

        public Times {
            requireNonNull(submitted, "submitted is null");
            requireNonNull(modified, "modified is null");
            requireNonNull(pushed, "pushed is null");
            requireNonNull(testing, "testing is null");
            requireNonNull(stable, "stable is null");
        }
    }

    public BodhiUpdate {
        requireNonNull(alias, "alias is null");
        requireNonNull(user, "user is null");
        requireNonNull(status, "status is null");
        requireNonNull(request, "request is null");
        requireNonNull(type, "type is null");
        requireNonNull(release, "release is null");
        builds = List.copyOf(builds);
        requireNonNull(times, "times is null");
    }

    /** Whether everybody gets it: the state that is worth an award. */
    public boolean isPublished() {
        return status.equals("stable");
    }
}
