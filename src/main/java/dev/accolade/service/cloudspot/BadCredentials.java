package dev.accolade.service.cloudspot;

import dev.accolade.service.http.ServiceException;

/** Cloudspot does not take this user name with this password, or not for this application. An operator's turn; an outage is another exception. */
public final class BadCredentials extends ServiceException {

    private static final long serialVersionUID = 1L;

    BadCredentials(ServiceException refusal) {
        super(Turn.OPERATOR, Effect.NONE, refusal.status().orElse(0), refusal.retryAfter().orElse(null), refusal.getMessage(), refusal.getCause());
    }
}
