package dev.accolade.service.badgr;

import dev.accolade.service.http.ServiceException;

/** The assertion was revoked before; nothing was changed. */
public class AlreadyRevokedException extends ServiceException {

    private static final long serialVersionUID = 1L;

    AlreadyRevokedException(String message) {
        super(Turn.NEVER, Effect.NONE, 400, null, message, null);
    }
}
