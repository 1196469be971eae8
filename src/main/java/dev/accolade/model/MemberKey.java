package dev.accolade.model;

import static java.util.Objects.requireNonNull;

/**
 * Names one person's record in one source for as long as it exists.
 *
 * @param source name of the configured source
 * @param id     FAS2 and CAVE: the numeric id as text; Cloudspot: the id of the enrolment. Never an e-mail, which may change hands
 */
public record MemberKey(String source, String id) {

    public MemberKey {
        requireNonNull(source, "source is null");
        requireNonNull(id, "id is null");
    }

    @Override
    public String toString() {
        return source + ":" + id;
    }
}
