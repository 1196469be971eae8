package dev.accolade.service.http;

/**
 * Sends one HTTP request and hands over whatever the server answered; the port that all service clients speak through.
 *
 * <p>It neither follows redirects, nor keeps cookies, nor repeats anything: retries of writes belong to the ledger, and each service has
 * its own rules for the rest. Safe for several threads.
 */
public interface JsonHttp extends AutoCloseable {

    /**
     * @return the answer, whatever its status; close it when its body has been read
     * @throws ServiceException when there is no answer: {@link ServiceException#effect()} tells whether the request can have had an effect
     */
    Reply send(Request request);

    /** Closes connections. */
    @Override
    void close();
}
