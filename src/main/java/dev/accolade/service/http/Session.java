package dev.accolade.service.http;

import static java.util.Objects.requireNonNull;

import dev.accolade.service.http.ServiceException.Effect;
import dev.accolade.service.http.ServiceException.Turn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Holds one login for all threads: one of them logs in while the others wait, a ticket is renewed a margin before it ends, a request that is
 * refused with 401 is sent once more with a new ticket, and a refused login is not repeated before 2, 4, 8 ... 3600 seconds have passed (or what
 * the service asked for, if that is longer).
 */
public final class Session {

    private static final int LONGEST_PAUSE = 3600;

    /** How a service lets one in. */
    @FunctionalInterface
    public interface Door {

        /**
         * @param last the ticket to be replaced, empty at the first login or when nothing of it is of use any more
         * @throws ServiceException when the service refuses or does not answer
         */
        Ticket enter(Optional<Ticket> last);
    }

    private record Refusal(ServiceException why, Instant until) {
    }

    private final String connection;
    private final Door door;
    private final Duration margin;
    private final Clock clock;
    private Ticket ticket;
    private Instant obtained;
    private Refusal refusal;
    private int refusals;

    /** @param margin how long before its end a ticket is renewed */
    public Session(String connection, Door door, Duration margin, Clock clock) {
        this.connection = requireNonNull(connection, "connection is null");
        this.door = requireNonNull(door, "door is null");
        this.margin = requireNonNull(margin, "margin is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * Runs a call with a ticket; once more with a new one if the first is refused with 401.
     *
     * @throws ServiceException of the call, or of the login; the latter always without effect
     */
    public <T> T with(Function<Ticket, T> call) {
        Ticket first = ticket();
        try {
            return call.apply(first);
        } catch (ServiceException refused) {
            if (!refused.status().equals(OptionalInt.of(401))) {
                throw refused;
            }
            return call.apply(insteadOf(first));
        }
    }

    /** A ticket that holds for at least the margin, as far as the service tells. */
    public synchronized Ticket ticket() {
        if (ticket == null || endsSoon(ticket)) {
            enter();
        }
        return ticket;
    }

    /** A ticket other than this one, which the service refused; no new login if another thread already has one. */
    public synchronized Ticket insteadOf(Ticket refused) {
        if (ticket == refused) {
            enter();
        }
        return ticket();
    }

    private boolean endsSoon(Ticket held) {
        return held.expires().map(end -> !clock.instant().isBefore(end.minus(marginBefore(end)))).orElse(false);
    }

    /** Half of the lifetime at most, so that a short-lived ticket is not renewed at every call. */
    private Duration marginBefore(Instant end) {
        Duration half = Duration.between(obtained, end).dividedBy(2);
        return half.compareTo(margin) < 0 ? half : margin;
    }

    private void enter() {
        if (refusal != null && clock.instant().isBefore(refusal.until())) {
            throw tooEarly();
        }
        try {
            Instant before = clock.instant();
            ticket = requireNonNull(door.enter(Optional.ofNullable(ticket)), "the login gave nothing");
            obtained = before;
            refusal = null;
            refusals = 0;
        } catch (ServiceException refused) {
            refusals++;
            ServiceException harmless = withoutEffect(refused).atLogin();
            refusal = new Refusal(harmless, clock.instant().plus(pause(refused)));
            throw harmless;
        }
    }

    /** Whatever became of the login, the call that needed it was not sent. */
    private ServiceException withoutEffect(ServiceException refused) {
        return refused.effect() == Effect.NONE ? refused : new ServiceException(refused.turn(), Effect.NONE, refused.status().orElse(0),
                refused.retryAfter().orElse(null), connection + ": the login failed, and what needed it was not sent. "
                        + refused.getMessage(), refused);
    }

    private Duration pause(ServiceException refused) {
        Duration own = Duration.ofSeconds(refusals >= 12 ? LONGEST_PAUSE : 1L << refusals);
        return refused.retryAfter().filter(asked -> asked.compareTo(own) > 0).orElse(own);
    }

    private ServiceException tooEarly() {
        Duration left = Duration.between(clock.instant(), refusal.until());
        Turn turn = refusal.why().turn();
        return new ServiceException(turn, Effect.NONE, refusal.why().status().orElse(0), left, connection + ": not asked to log in again before "
                + refusal.until().truncatedTo(ChronoUnit.SECONDS) + ", because the last login failed: " + refusal.why().getMessage(), refusal.why()).atLogin();
    }
}
