package dev.accolade.service.fasjson;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A group; its name is its only key.
 *
 * @param irc addresses of its chat channels
 */
public record FasjsonGroup(String groupname, Optional<String> description, Optional<String> mailingList, Optional<String> url, List<String> irc,
        Optional<String> discussionUrl) {

    public FasjsonGroup {
        requireNonNull(groupname, "groupname is null");
        requireNonNull(description, "description is null");
        requireNonNull(mailingList, "mailingList is null");
        requireNonNull(url, "url is null");
        irc = List.copyOf(irc);
        requireNonNull(discussionUrl, "discussionUrl is null");
    }
}
