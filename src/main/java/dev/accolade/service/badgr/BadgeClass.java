package dev.accolade.service.badgr;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A badge that can be awarded.
 *
 * @param entityId    22 letters, digits, {@code -} and {@code _}
 * @param issuerId    entityId of its issuer
 * @param name        not unique, not even within the issuer
 * @param openBadgeId address of its public page
 * @param image       address of its picture, which is not what was sent: Badgr draws it anew
 * @param lifetime    a hint only: Badgr computes no end of an assertion from it
 */
public record BadgeClass(String entityId, String issuerId, String name, Optional<String> openBadgeId, Optional<String> description,
                         Optional<String> image, Optional<String> criteriaUrl, Optional<String> criteriaNarrative, List<String> tags,
                         List<Alignment> alignments, Optional<Lifetime> lifetime) {

    /** A skill or standard that the badge stands for. */
    public record Alignment(String targetName, String targetUrl, Optional<String> description, Optional<String> framework, Optional<String> code) {

        public Alignment {
            requireNonNull(targetName, "targetName is null");
            requireNonNull(targetUrl, "targetUrl is null");
        }
    }

    /** How long an assertion is meant to hold: {@code unit} is {@code days}, {@code weeks}, {@code months} or {@code years}. */
    public record Lifetime(int amount, String unit) {

        public Lifetime {
            if (amount < 1 || !List.of("days", "weeks", "months", "years").contains(unit)) {
                throw new IllegalArgumentException("a lifetime is at least 1 of days, weeks, months or years, not " + amount + " " + unit);
            }
        }
    }

    public BadgeClass {
        requireNonNull(entityId, "entityId is null");
        requireNonNull(issuerId, "issuerId is null");
        requireNonNull(name, "name is null");
        tags = List.copyOf(tags);
        alignments = List.copyOf(alignments);
    }

    /** A badge class without an image cannot be awarded: Badgr fails with HTTP 500. */
    public boolean hasImage() {
        return image.isPresent();
    }
}
