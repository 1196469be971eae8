package dev.accolade.service.fas;

import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.Request;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Turn;
import dev.accolade.service.http.Session;
import dev.accolade.service.http.Ticket;
import dev.accolade.service.http.Wire;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One FAS2 login for all threads.
 *
 * <p>A request carries the session's cookie or the password, never both: FAS2 answers a wrong password beside a living cookie as the
 * cookie's user. Cookies of later answers are not taken over: FAS2 sends the same one as long as the session lives, and after that an
 * anonymous one, whose first use it answers with 403 (docs/services/fas.md, sessions).
 */
final class FasSession {

    private static final Pattern COOKIE = Pattern.compile("\\s*tg-visit=\"?([A-Za-z0-9]+)\"?\\s*(;.*)?");

    private final Wire wire;
    private final FasConfiguration configuration;
    private final Session session;

    FasSession(Wire wire, FasConfiguration configuration, Clock clock) {
        this.wire = wire;
        this.configuration = configuration;
        this.session = new Session(wire.connection(), last -> enter(), Duration.ZERO, clock);
    }

    /**
     * Runs a call with the session; once more with a new one when it is answered with 403, which is how FAS2 says that a session ended.
     *
     * @param unanswered whether nothing of an answer was read yet: what fails after that is not FAS2's refusal
     */
    <T> T with(Function<Ticket, T> call, BooleanSupplier unanswered) {
        try {
            return renewing(call, unanswered);
        } catch (ServiceException failure) {
            throw unanswered.getAsBoolean() ? AuthException.typed(failure) : failure;
        }
    }

    private <T> T renewing(Function<Ticket, T> call, BooleanSupplier unanswered) {
        Ticket first = session.ticket();
        try {
            return call.apply(first);
        } catch (ServiceException refused) {
            int status = refused.status().orElse(0);
            if (unanswered.getAsBoolean() && (status == 403 || status == 401)) {
                return call.apply(session.insteadOf(first));
            }
            throw refused;
        }
    }

    /**
     * Sends something that changes FAS2. It is sent a second time only after FAS2's own answer that nobody is logged in, which it gives before it
     * does anything; a 403 that something in between made up, and an answer that was lost, are left to the caller.
     *
     * @return any answer
     */
    JsonReply change(Function<Ticket, Request> request) {
        try {
            Ticket first = session.ticket();
            JsonReply reply = wire.send(request.apply(first));
            return refusedUndone(reply) ? wire.send(request.apply(session.insteadOf(first))) : reply;
        } catch (ServiceException failure) {
            throw AuthException.typed(failure);
        }
    }

    /** What a request of this session carries; logs in first where nobody did. */
    String cookie() {
        return with(ticket -> "tg-visit=" + ticket.secret(), () -> true);
    }

    private static boolean refusedUndone(JsonReply reply) {
        return (reply.status() == 401 || reply.status() == 403) && reply.json().path("logging_in").asBoolean(false);
    }

    /** The request under this session: cookie, and the token that proves that no other site sent it. */
    static Request signed(FasQuestion question, Ticket ticket) {
        return signed(question, ticket.secret());
    }

    static Request signed(FasQuestion question, String sessionId) {
        return question.request(List.of(Map.entry("_csrf_token", token(sessionId)))).with("Cookie", "tg-visit=" + sessionId);
    }

    /** What a login form sends. */
    static List<Map.Entry<String, String>> form(String username, String password) {
        return List.of(Map.entry("user_name", username), Map.entry("password", password), Map.entry("login", "Login"));
    }

    /** Whether an account is the one that this connection logs in as. */
    boolean isOurs(String foundName, Optional<String> foundEmail) {
        return isSame(configuration.getUsername(), foundName, foundEmail);
    }

    /** Whether an account is the one that logs in by this name; an e-mail address or {@code name@host} is a way to log in, too. */
    static boolean isSame(String login, String foundName, Optional<String> foundEmail) {
        return foundName.equals(login) || login.startsWith(foundName + "@") || foundEmail.filter(login::equalsIgnoreCase).isPresent();
    }

    private Ticket enter() {
        Request request = FasQuestion.writing("/login", List.of()).request(form(configuration.getUsername(), configuration.getPassword()));
        JsonReply reply = wire.send(request);
        if (reply.status() == 401 || reply.status() == 403) {
            throw wire.refused(request, reply, Turn.OPERATOR, "user name or password are wrong, or the account is not active");
        }
        if (!reply.isSuccess()) {
            throw wire.refused(request, reply);
        }
        String who = reply.json().path("user").path("username").asText("");
        if (who.isEmpty()) {
            throw wire.misunderstood(request, reply, "no user");
        }
        if (!isOurs(who, Optional.ofNullable(reply.json().path("user").path("email").textValue()))) {
            throw wire.refused(request, reply, Turn.OPERATOR, "FAS2 logged in another user than the configured one; nothing was read as that user");
        }
        String cookie = cookie(reply).orElseThrow(() -> wire.misunderstood(request, reply, "no session cookie"));
        return new Ticket(cookie, Optional.empty(), Optional.empty());
    }

    /** The session's id in an answer; empty when it brings none. */
    static Optional<String> cookie(JsonReply reply) {
        return reply.headers().getOrDefault("Set-Cookie", List.of()).stream().map(COOKIE::matcher).filter(Matcher::matches)
                .map(found -> found.group(1)).reduce((earlier, later) -> later);
    }

    /** The token of a session: SHA-1 of its id, in hexadecimal. */
    static String token(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java runtime has SHA-1", never);
        }
    }
}
