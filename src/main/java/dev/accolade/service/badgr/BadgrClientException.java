package dev.accolade.service.badgr;

import dev.accolade.service.http.ServiceException;

/** What was asked of this client makes no sense or is not configured; nothing was sent. */
public class BadgrClientException extends ServiceException {

    private static final long serialVersionUID = 1L;

    BadgrClientException(String message) {
        this(message, null);
    }

    BadgrClientException(String message, Throwable cause) {
        super(Turn.OPERATOR, Effect.NONE, 0, null, message, cause);
    }
}
