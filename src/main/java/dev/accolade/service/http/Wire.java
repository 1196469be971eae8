package dev.accolade.service.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.accolade.service.http.ServiceException.Effect;
import dev.accolade.service.http.ServiceException.Turn;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * One connection to one service, as its client uses it: sends with restraint, reads JSON within limits and sorts every other answer into a
 * {@link ServiceException} by whose turn it is. Safe for several threads.
 */
public final class Wire implements AutoCloseable {

    private final String connection;
    private final JsonHttp http;
    private final Throttle throttle;
    private final JsonText text;
    private final Meaning meaning;
    private final Clock clock;
    private volatile Duration skew;

    /** Reads a large answer piece by piece; what it throws is sorted like any other broken answer. */
    @FunctionalInterface
    public interface Reading<T> {
        T from(JsonParser json) throws IOException;
    }

    /**
     * @param connection  the name that messages use
     * @param answerLimit longest answer that is read into memory, in bytes; {@link #read} is not bound by it
     */
    public Wire(String connection, JsonHttp http, Throttle throttle, int answerLimit, Meaning meaning, Clock clock) {
        this.connection = requireNonNull(connection, "connection is null");
        this.http = requireNonNull(http, "http is null");
        this.throttle = requireNonNull(throttle, "throttle is null");
        this.text = new JsonText(answerLimit);
        this.meaning = requireNonNull(meaning, "meaning is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    public String connection() {
        return connection;
    }

    /**
     * Sends, and accepts nothing but a success with JSON or nothing in it.
     *
     * @throws ServiceException for every other end
     */
    public JsonReply ask(Request request) {
        JsonReply reply = send(request);
        if (!reply.isSuccess()) {
            throw refused(request, reply);
        }
        return reply;
    }

    /**
     * Sends, and hands over refusals too, for callers that tell them apart by their body.
     *
     * @throws ServiceException when there is no whole answer, or a success is not JSON
     */
    public JsonReply send(Request request) {
        return throttle.pass(() -> {
            try (Reply reply = http.send(request)) {
                noteTime(reply);
                return new JsonReply(reply.status(), reply.headers(), reply.isSuccess() ? body(request, reply) : text.ofRefusal(reply.body()));
            }
        });
    }

    /**
     * Sends, and lets a success be read as it arrives, however long it is. The reading must not wait for anything but the answer.
     *
     * @throws ServiceException for every other end; what was read until then is not the whole
     */
    public <T> T read(Request request, Reading<T> reading) {
        return throttle.pass(() -> {
            try (Reply reply = http.send(request)) {
                noteTime(reply);
                if (!reply.isSuccess()) {
                    throw refused(request, new JsonReply(reply.status(), reply.headers(), text.ofRefusal(reply.body())));
                }
                return read(request, reply, reading);
            }
        });
    }

    private <T> T read(Request request, Reply reply, Reading<T> reading) {
        try (JsonParser parser = text.parser(reply.body())) {
            return reading.from(parser);
        } catch (JsonProcessingException notJson) {
            throw broken(request, reply.status(), text.looksLikePage(reply) ? "a web page instead of JSON" : "broken or cut JSON", null);
        } catch (IOException cut) {
            throw broken(request, reply.status(), "an answer that ended too early", cut);
        }
    }

    private JsonNode body(Request request, Reply reply) {
        if (reply.status() == 204) {
            return MissingNode.getInstance();
        }
        byte[] bytes;
        try {
            bytes = text.bytes(reply.body());
        } catch (IOException cut) {
            throw broken(request, reply.status(), "an answer that ended too early", cut);
        }
        if (bytes.length > text.limit()) {
            throw new ServiceException(Turn.OPERATOR, effect(request), reply.status(), null, connection + ": the answer to " + shown(request)
                    + " is longer than " + text.limit() + " bytes and was not read. Raise maxAnswerBytes, or look at why it is so long.", null);
        }
        try {
            return text.tree(bytes);
        } catch (IOException notJson) {
            throw broken(request, reply.status(), JsonText.isPage(bytes) ? "a web page instead of JSON" : "broken or cut JSON", null);
        }
    }

    /** The exception for an answer that is no success, in the service's own words; never its body. */
    public ServiceException refused(Request request, JsonReply reply) {
        return refused(request, reply, turn(reply.status()), meaning.of(reply));
    }

    /** The same, where the caller knows better whose turn it is and why. */
    public ServiceException refused(Request request, JsonReply reply, Turn turn, String why) {
        Duration wait = reply.header("Retry-After").flatMap(value -> RetryAfter.read(value, clock)).orElse(null);
        return new ServiceException(turn, effect(request, reply.status()), reply.status(), wait,
                connection + ": HTTP " + reply.status() + " on " + shown(request) + " (" + why + ")", null);
    }

    /** The exception for a success that does not hold what this program reads in it. */
    public ServiceException misunderstood(Request request, JsonReply reply, String missing) {
        return new ServiceException(Turn.OURS, effect(request), reply.status(), null,
                connection + ": HTTP " + reply.status() + " on " + shown(request) + " holds " + missing
                        + ". Is baseUrl the address of this kind of service, in a version that is supported?", null);
    }

    private ServiceException broken(Request request, int status, String what, IOException cause) {
        Effect effect = effect(request);
        return new ServiceException(Turn.LATER, effect, status, null, connection + ": HTTP " + status + " on " + shown(request) + " came with " + what
                + (effect == Effect.NONE ? "." : "; whether it had an effect is unknown."), cause);
    }

    /** How far the server's clock is ahead of ours, by its last {@code Date}; to the second, empty before the first answer. */
    public Optional<Duration> skew() {
        return Optional.ofNullable(skew);
    }

    private void noteTime(Reply reply) {
        reply.header("Date").flatMap(RetryAfter::date).ifPresent(theirs -> skew = Duration.between(clock.instant(), theirs));
    }

    private static Turn turn(int status) {
        return switch (status) {
            case 401, 403 -> Turn.OPERATOR;
            case 408, 425, 429 -> Turn.LATER;
            default -> status >= 500 ? Turn.LATER : status >= 400 ? Turn.NEVER : Turn.OPERATOR;
        };
    }

    private static Effect effect(Request request, int status) {
        boolean mayHaveActed = status >= 500 || status == 408 || status < 400;
        return mayHaveActed ? effect(request) : Effect.NONE;
    }

    static Effect effect(Request request) {
        return request.reading() ? Effect.NONE : Effect.POSSIBLE;
    }

    /** Method and path; a part of the path that holds an e-mail address is left out. */
    static String shown(Request request) {
        return request.method() + " " + request.path().replaceAll("[^/]*(@|%40)[^/]*", "...");
    }

    @Override
    public void close() {
        http.close();
    }
}
