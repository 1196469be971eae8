package dev.accolade.service.cloudspot;

import dev.accolade.service.http.ServiceException;

/**
 * Cloudspot does not take this account's token (any more), or there is none. An operator's turn; an outage is another exception. It says
 * nothing about the account's permissions: a login elsewhere replaces tokens too.
 */
public final class NoValidToken extends ServiceException {

    private static final long serialVersionUID = 1L;

    NoValidToken(ServiceException refusal) {
        super(Turn.OPERATOR, Effect.NONE, refusal.status().orElse(0), refusal.retryAfter().orElse(null), refusal.getMessage(), refusal.getCause());
    }

    NoValidToken(String message) {
        super(Turn.OPERATOR, Effect.NONE, 0, null, message, null);
    }
}
