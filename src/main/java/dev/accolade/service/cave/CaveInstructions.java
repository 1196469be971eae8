package dev.accolade.service.cave;

import static java.util.Objects.requireNonNull;

import java.net.URI;

/**
 * How a person gets a token; no program can, because CAVE lets people in through their browser alone.
 *
 * @param page   where the token is shown
 * @param text   for the person, several lines; empty when no text was wanted
 * @param opened whether a browser was started with the page
 */
public record CaveInstructions(URI page, String text, boolean opened) {

    public CaveInstructions {
        requireNonNull(page, "page is null");
        requireNonNull(text, "text is null");
    }
}
