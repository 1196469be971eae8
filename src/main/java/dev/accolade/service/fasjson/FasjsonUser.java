package dev.accolade.service.fasjson;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A person whose account is not locked: FASJSON shows no others.
 *
 * @param emails    in the order of the directory; shown of private people too
 * @param rhbzEmail address at Red Hat's Bugzilla; shown of private people too
 * @param isPrivate whether the person asked not to be shown; then {@code profile} is empty, whatever the server sent
 * @param creation  when the account was made
 * @param profile   what a private person does not want shown
 */
public record FasjsonUser(String username, List<String> emails, Optional<String> rhbzEmail, boolean isPrivate, Optional<Instant> creation,
        Profile profile) {

    /** What people may keep to themselves; all of it empty for those who do. */
    public record Profile(Optional<String> humanName, List<String> ircNicks, Optional<String> locale, Optional<String> timezone,
            Optional<String> githubUsername, Optional<String> gitlabUsername) {

        /** Nothing is known. */
        public static final Profile HIDDEN =
                new Profile(Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        public Profile {
            requireNonNull(humanName, "humanName is null");
            ircNicks = List.copyOf(ircNicks);
            requireNonNull(locale, "locale is null");
            requireNonNull(timezone, "timezone is null");
            requireNonNull(githubUsername, "githubUsername is null");
            requireNonNull(gitlabUsername, "gitlabUsername is null");
        }

        @Override
        public String toString() {
            return equals(HIDDEN) ? "hidden" : "not shown";
        }
    }

    public FasjsonUser {
        requireNonNull(username, "username is null");
        emails = List.copyOf(emails);
        requireNonNull(rhbzEmail, "rhbzEmail is null");
        requireNonNull(creation, "creation is null");
        profile = isPrivate ? Profile.HIDDEN : requireNonNull(profile, "profile is null");
    }

    /** Without names and addresses. */
    @Override
    public String toString() {
        return "FasjsonUser[username=" + username + ", isPrivate=" + isPrivate + "]";
    }
}
