package dev.accolade.service.http;

/** What stands behind one connection. Safe for several threads. */
public interface ServiceClient extends AutoCloseable {

    /**
     * Finds out whether the service answers and accepts the login, with a call that changes nothing.
     *
     * @return what was found, for people; its {@code toString} holds no secret
     * @throws ServiceException when the service does not answer or refuses
     */
    Object check();

    /** Closes connections. */
    @Override
    void close();
}
