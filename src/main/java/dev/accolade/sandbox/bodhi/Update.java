package dev.accolade.sandbox.bodhi;

import java.time.LocalDateTime;
import java.util.List;

/** An update. Times are UTC, null for what has not happened; guarded by the lock of the {@link Archive}. */
final class Update {

    final String alias;
    final Submitter user;
    final String release;
    final String type;
    final List<String> builds;
    final String notes;
    final LocalDateTime submitted;
    String status;
    String request;
    LocalDateTime modified;
    LocalDateTime pushed;
    LocalDateTime testing;
    LocalDateTime stable;

    Update(String alias, Submitter user, String release, String type, List<String> builds, String notes, LocalDateTime submitted) {
        this.alias = alias;
        this.user = user;
        this.release = release;
        this.type = type;
        this.builds = List.copyOf(builds);
        this.notes = notes;
        this.submitted = submitted;
    }

    /** Brings it into a state at a time, as the server does when it pushes. */
    void become(String state, LocalDateTime when) {
        status = state;
        modified = when;
        request = null;
        if (state.equals("testing") || state.equals("stable")) {
            pushed = when;
        }
        testing = state.equals("testing") ? when : testing;
        stable = state.equals("stable") ? when : stable;
    }

    /** Names of the packages: those of the builds without version and release. */
    List<String> packages() {
        return builds.stream().map(build -> build.replaceFirst("-[^-]+-[^-]+$", "")).toList();
    }
}
