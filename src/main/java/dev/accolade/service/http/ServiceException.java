package dev.accolade.service.http;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A call to a service that did not do what was asked, sorted by whose turn it is.
 *
 * <p>The message names connection, method, path, status and what follows from it; never a secret, a body or an e-mail.
 */
public class ServiceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Whose turn it is now. */
    public enum Turn {
        /** Credentials, rights or configuration: repeating is pointless until a person changes something. */
        OPERATOR,
        /** The service cannot answer now: repeat later. */
        LATER,
        /** The service understood and refused this very request for good. */
        NEVER,
        /** The service answered something this program does not understand: a fault of one of the two programs. */
        OURS
    }

    /** Whether the request can have changed something at the service. */
    public enum Effect {
        /** It surely has not: it was never sent, or was refused before anything happened. */
        NONE,
        /** Nobody knows: look before sending again. */
        POSSIBLE
    }

    private final Turn turn;
    private final Effect effect;
    private final int status;
    private final Duration retryAfter;
    private boolean atLogin;

    /**
     * @param status     HTTP status, 0 when there was no answer
     * @param retryAfter what the service asked for, null when it did not say
     */
    public ServiceException(Turn turn, Effect effect, int status, Duration retryAfter, String message, Throwable cause) {
        super(message, cause);
        this.turn = requireNonNull(turn, "turn is null");
        this.effect = requireNonNull(effect, "effect is null");
        this.status = status;
        this.retryAfter = retryAfter;
    }

    public Turn turn() {
        return turn;
    }

    public Effect effect() {
        return effect;
    }

    /** HTTP status, empty when there was no answer. */
    public OptionalInt status() {
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /** From now on known as the end of a login; what needed the login was not sent. */
    ServiceException atLogin() {
        atLogin = true;
        return this;
    }

    /** Whether the service refuses who we are, so that it would refuse everything else too until an operator sees to it. */
    public boolean shutsOut() {
        return turn == Turn.OPERATOR && (atLogin || status == 401);
    }

    /** How long the service asked to be left alone. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
