package dev.accolade.service.fasjson;

import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.Session;

/** Gets what identifies the principal, and makes of it what each request carries. Safe for several threads. */
interface FasjsonLogin extends Session.Door {

    /**
     * A fresh token for one request, as it stands after {@code Negotiate}; only after {@link #enter}.
     *
     * @throws ServiceException when none can be made; nothing was sent to FASJSON then
     */
    String token();

    static FasjsonLogin of(String connection, FasjsonConfiguration configuration) {
        return switch (configuration.getAuth()) {
            case SPNEGO -> new KerberosLogin(connection, configuration);
            case SANDBOX -> new SandboxLogin(configuration.getPrincipal());
        };
    }
}
