package dev.accolade.service.http;

import dev.accolade.service.http.ServiceException.Effect;
import dev.accolade.service.http.ServiceException.Turn;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/** What it means that no answer came. */
final class NoAnswer {

    private static final List<Class<? extends Exception>> BEFORE_SENDING = List.of(ConnectException.class, ConnectTimeoutException.class,
            ConnectionRequestTimeoutException.class, UnknownHostException.class, NoRouteToHostException.class, SSLHandshakeException.class,
            SSLPeerUnverifiedException.class);

    private NoAnswer() {
    }

    static ServiceException explained(String connection, Request request, Exception failure) {
        boolean neverSent = BEFORE_SENDING.stream().anyMatch(kind -> kind.isInstance(failure));
        Effect effect = neverSent ? Effect.NONE : Wire.effect(request);
        String message = connection + ": no answer to " + Wire.shown(request) + " (" + reason(failure) + "). "
                + (effect == Effect.NONE ? "Nothing was changed there." : "Whether it had an effect is unknown.");
        return new ServiceException(turn(failure), effect, 0, null, message, failure);
    }

    private static Turn turn(Exception failure) {
        return failure instanceof SSLHandshakeException || failure instanceof SSLPeerUnverifiedException ? Turn.OPERATOR : Turn.LATER;
    }

    private static String reason(Exception failure) {
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
