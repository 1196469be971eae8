package dev.accolade.service.http;

import java.util.Optional;

/** What stands behind one connection. Safe for several threads. */
public interface ServiceClient extends AutoCloseable {

    /**
     * Finds out whether the service answers and accepts the login, with a call that changes nothing.
     *
     * @return what was found, for people; its {@code toString} holds no secret
     * @throws ServiceException when the service does not answer or refuses
     */
    Object check();

    /**
     * What requests carry now; logs in first where there is a login.
     *
     * @return empty where requests carry nothing of the connection's own: the service asks for nothing, or each call brings its own
     * @throws ServiceException when the login is refused or not answered
     */
    default Optional<Access> access() {
        return Optional.empty();
    }

    /** Closes connections. */
    @Override
    void close();
}
