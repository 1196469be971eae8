package dev.accolade.service.fas;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Turn;
import dev.accolade.service.http.Wire;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Sorts what FAS2 announces under HTTP 200 by whose turn it is. */
final class FasVerdict {

    /** What FAS2 names, and refuses before it does anything. */
    private static final Map<String, Turn> TURNS = Map.of("AuthorizationError", Turn.OPERATOR, "Invalid", Turn.NEVER);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Makes a value of what an answer held. */
    @FunctionalInterface
    interface Shaping<T> {
        T of() throws UnexpectedAnswer;
    }

    private final Wire wire;

    FasVerdict(Wire wire) {
        this.wire = wire;
    }

    /** The answer read to its end, whatever it says. */
    FasEnvelope read(FasQuestion question, JsonParser json) throws IOException {
        Map<String, FasEnvelope.Part> parts = new HashMap<>(question.extra());
        parts.putAll(question.parts());
        try {
            return FasEnvelope.read(json, parts);
        } catch (UnexpectedAnswer odd) {
            throw odd(question, odd);
        }
    }

    /** The same of an answer that is held already. */
    FasEnvelope read(FasQuestion question, JsonReply reply) {
        try (JsonParser json = reply.json().traverse(JSON)) {
            return read(question, json);
        } catch (IOException broken) {
            throw misunderstood(question, "something that cannot be read");
        }
    }

    /** The same envelope, when it speaks of no error. */
    FasEnvelope unfailed(FasQuestion question, FasEnvelope envelope) {
        if (envelope.error().isPresent()) {
            String name = envelope.error().get();
            String shown = name.matches("[A-Za-z_.]{1,60}") ? name : "an error";
            throw failure(question, turn(question, name), "FAS2 reports " + shown + " instead of an answer", envelope);
        }
        if (envelope.rejected().isPresent()) {
            String names = String.join(", ", envelope.rejected().get());
            throw failure(question, Turn.NEVER, "FAS2 rejects a parameter" + (names.isEmpty() ? "" : ": " + names), envelope);
        }
        return envelope;
    }

    /** The same envelope, when it holds all that was asked for. */
    FasEnvelope whole(FasQuestion question, FasEnvelope envelope) {
        if (envelope.success().equals(Optional.of(false))) {
            boolean faulty = envelope.complaint().isPresent();
            throw failure(question, faulty ? Turn.NEVER : Turn.LATER,
                    faulty ? "FAS2 finds fault with a parameter" : "FAS2 says that it did not succeed", envelope);
        }
        if (!envelope.parts().containsAll(question.parts().keySet())) {
            throw envelope.told().isPresent() ? failure(question, Turn.OPERATOR,
                    "FAS2 answers with a note to the user instead; may the account do this?", envelope)
                    : misunderstood(question, "no " + String.join(" and ", question.parts().keySet()));
        }
        return envelope;
    }

    <T> T shaped(FasQuestion question, Shaping<T> shaping) {
        try {
            return shaping.of();
        } catch (UnexpectedAnswer odd) {
            throw odd(question, odd);
        }
    }

    /** For an answer that does not hold what it should. */
    ServiceException misunderstood(FasQuestion question, String missing) {
        return wire.misunderstood(question.request(), success(), missing);
    }

    /** For a failure that FAS2 announced under HTTP 200. */
    AppException failure(FasQuestion question, Turn turn, String why, FasEnvelope envelope) {
        String name = envelope.error().orElse(envelope.rejected().isPresent() ? "Invalid" : AppException.FAS_ERROR);
        boolean beforeAnything = TURNS.containsKey(name);
        ServiceException plain = wire.refused(beforeAnything ? question.request().asReading() : question.request(), success(), turn, why);
        return new AppException(plain, name, envelope.told().or(envelope::complaint).orElse(null), envelope.rest());
    }

    /** For a failure that only the meaning of the answer shows. */
    AppException named(FasQuestion question, Turn turn, String why, String name) {
        return new AppException(wire.refused(question.request().asReading(), success(), turn, why), name, null, Map.of());
    }

    private ServiceException odd(FasQuestion question, UnexpectedAnswer odd) {
        return misunderstood(question, "something odd: " + odd.getOriginalMessage());
    }

    /** The table of configurations holds a list of the applications it takes, so there an error of the database means an unknown one. */
    private static Turn turn(FasQuestion question, String name) {
        boolean unknownApplication = question.path().startsWith("/config/") && name.equals("DBAPIError");
        return unknownApplication ? Turn.NEVER : TURNS.getOrDefault(name, Turn.LATER);
    }

    private static JsonReply success() {
        return new JsonReply(200, Map.of(), MissingNode.getInstance());
    }
}
