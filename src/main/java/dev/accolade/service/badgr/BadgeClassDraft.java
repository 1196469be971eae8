package dev.accolade.service.badgr;

import dev.accolade.service.badgr.BadgeClass.Alignment;
import dev.accolade.service.badgr.BadgeClass.Lifetime;
import java.util.List;
import java.util.Optional;

/**
 * A badge class to be made, or what one is to become. What is absent stays as it is in an update.
 *
 * @param issuerId   entityId; needed to make one, not changeable later
 * @param image      data URI of a PNG or SVG; needed to make one, for a badge class without an image cannot be awarded
 * @param tags       replace the present ones
 * @param alignments replace the present ones
 */
public record BadgeClassDraft(Optional<String> issuerId, String name, String description, Optional<String> image, Optional<String> criteriaUrl,
                              Optional<String> criteriaNarrative, Optional<List<String>> tags, Optional<List<Alignment>> alignments,
                              Optional<Lifetime> lifetime) {

    public BadgeClassDraft {
        Drafts.need("name", name);
        Drafts.need("description", description);
    }

    /** A new one with nothing but what is needed. */
    public static BadgeClassDraft of(String issuerId, String name, String description, String image) {
        return new BadgeClassDraft(Optional.of(issuerId), name, description, Optional.of(image), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    /** A change of the texts alone. */
    public static BadgeClassDraft texts(String name, String description) {
        return new BadgeClassDraft(Optional.empty(), name, description, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    public BadgeClassDraft withCriteria(Optional<String> url, Optional<String> narrative) {
        return new BadgeClassDraft(issuerId, name, description, image, url, narrative, tags, alignments, lifetime);
    }

    public BadgeClassDraft withTags(List<String> words) {
        return new BadgeClassDraft(issuerId, name, description, image, criteriaUrl, criteriaNarrative, Optional.of(words), alignments, lifetime);
    }

    public BadgeClassDraft withAlignments(List<Alignment> items) {
        return new BadgeClassDraft(issuerId, name, description, image, criteriaUrl, criteriaNarrative, tags, Optional.of(items), lifetime);
    }

    public BadgeClassDraft withLifetime(Lifetime hint) {
        return new BadgeClassDraft(issuerId, name, description, image, criteriaUrl, criteriaNarrative, tags, alignments, Optional.of(hint));
    }
}
