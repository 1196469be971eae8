package dev.accolade.service.cave;

import java.net.URI;

/** Shows a page to the person who sits at this machine. */
@FunctionalInterface
public interface Browser {

    /**
     * Opens a browser, as far as there is one.
     *
     * @return whether one was started; false on machines without a screen, never an exception
     */
    boolean open(URI page);
}
