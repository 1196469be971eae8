package dev.accolade.service.fas;

import dev.accolade.service.http.ServiceException;

/** FAS2 does not take the user name and password, or the session, or gives it no right to this; or there was none to send. */
public final class AuthException extends ServiceException {

    private static final long serialVersionUID = 1L;

    AuthException(ServiceException refused) {
        super(Turn.OPERATOR, refused.effect(), refused.status().orElse(0), refused.retryAfter().orElse(null), refused.getMessage(),
                refused.getCause());
    }

    /** Nothing was sent. */
    AuthException(String message) {
        super(Turn.OPERATOR, Effect.NONE, 0, null, message, null);
    }

    /** The same failure, of this type where it says that FAS2 let nobody in. */
    static ServiceException typed(ServiceException failure) {
        int status = failure.status().orElse(0);
        return status == 401 || status == 403 ? new AuthException(failure) : failure;
    }
}
