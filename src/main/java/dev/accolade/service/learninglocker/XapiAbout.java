package dev.accolade.service.learninglocker;

import java.util.List;

/**
 * What the xAPI service says about itself, to anybody.
 *
 * @param versions of xAPI that it speaks, such as {@code 1.0.3}
 */
public record XapiAbout(List<String> versions) {

    public XapiAbout {
        versions = List.copyOf(versions);
    }
}
