package dev.accolade.service.badgr;

import java.util.Optional;

/**
 * Why a badge was earned: an address, a text in Markdown, or both.
 *
 * @param url at most 1024 characters
 */
public record Evidence(Optional<String> url, Optional<String> narrative) {

    public Evidence {
        if (url.filter(text -> !text.isBlank()).isEmpty() && narrative.filter(text -> !text.isBlank()).isEmpty()) {
            throw new IllegalArgumentException("evidence needs a url or a narrative");
        }
    }

    public static Evidence at(String url) {
        return new Evidence(Optional.of(url), Optional.empty());
    }
}
