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
import java.util.ArrayList;
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

    /** The request under this session: cookie, and the token that proves that no other site sent it. */
    static Request signed(String path, List<Map.Entry<String, String>> pairs, Ticket ticket) {
        List<Map.Entry<String, String>> form = new ArrayList<>(pairs);
        form.add(Map.entry("_csrf_token", sha1(ticket.secret())));
        return json(path, form).with("Cookie", "tg-visit=" + ticket.secret());
    }

    /** Whether an account is the one that this connection logs in as; an e-mail address or {@code name@host} is a way to log in, too. */
    boolean isOurs(String foundName, Optional<String> foundEmail) {
        String username = configuration.getUsername();
        return foundName.equals(username) || username.startsWith(foundName + "@") || foundEmail.filter(username::equalsIgnoreCase).isPresent();
    }

    private Ticket enter() {
        Request request = json("/login", List.of(Map.entry("user_name", configuration.getUsername()),
                Map.entry("password", configuration.getPassword()), Map.entry("login", "Login")));
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

    private static Request json(String path, List<Map.Entry<String, String>> pairs) {
        List<Map.Entry<String, String>> form = new ArrayList<>(pairs);
        form.add(Map.entry("tg_format", "json"));
        return Request.of("POST", path).with("Accept", "application/json").form(form);
    }

    private static Optional<String> cookie(JsonReply reply) {
        return reply.headers().getOrDefault("Set-Cookie", List.of()).stream().map(COOKIE::matcher).filter(Matcher::matches)
                .map(found -> found.group(1)).reduce((earlier, later) -> later);
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java runtime has SHA-1", never);
        }
    }
}
