package dev.accolade.service.http;

import dev.accolade.service.http.ServiceException.Effect;
import dev.accolade.service.http.ServiceException.Turn;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/** What it means that no answer came. */
final class NoAnswer {

    /** Marks a failure that came after the connection stood, when some of the request may have left. */
    static final class AfterConnecting extends IOException {

        private static final long serialVersionUID = 1L;

        AfterConnecting(IOException cause) {
            super(cause);
        }
    }

    private NoAnswer() {
    }

    static ServiceException explained(String connection, Request request, Exception failure) {
        boolean neverSent = failure instanceof IOException && !(failure instanceof AfterConnecting);
        Effect effect = neverSent ? Effect.NONE : Wire.effect(request);
        Throwable why = failure instanceof AfterConnecting ? failure.getCause() : failure;
        String message = connection + ": no answer to " + Wire.shown(request) + " (" + reason(why) + "). "
                + (effect == Effect.NONE ? "Nothing was changed there." : "Whether it had an effect is unknown.");
        return new ServiceException(why instanceof SSLException && neverSent ? Turn.OPERATOR : Turn.LATER, effect, 0, null, message, why);
    }

    private static String reason(Throwable failure) {
        if (failure instanceof UnknownHostException) {
            return "the host name is not known; check baseUrl and DNS";
        }
        if (failure instanceof ConnectionRequestTimeoutException) {
            return "all connections stayed busy";
        }
        if (failure instanceof ConnectTimeoutException) {
            return "the server did not accept the connection in time";
        }
        if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
            return "the connection was refused; check baseUrl and whether the server runs";
        }
        if (failure instanceof SSLException) {
            return "TLS failed: " + failure.getMessage() + "; check the certificate, or give sslContextParameters with its authority";
        }
        return failure instanceof SocketTimeoutException ? "time-out" : "the connection broke: " + failure.getClass().getSimpleName();
    }
}
