package dev.accolade.service.badgr;

import dev.accolade.service.http.ServiceException;

/** Badgr already holds a live assertion of this badge class for this person, and did not make a second one. */
public class DuplicateAwardException extends ServiceException {

    private static final long serialVersionUID = 1L;

    DuplicateAwardException(String message) {
        super(Turn.NEVER, Effect.NONE, 400, null, message, null);
    }
}
