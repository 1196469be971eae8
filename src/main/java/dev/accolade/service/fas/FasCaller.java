package dev.accolade.service.fas;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.Request;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Turn;
import dev.accolade.service.http.Wire;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Asks FAS2 under the session and sorts what it announces under HTTP 200 by whose turn it is. */
final class FasCaller {

    /**
     * One question.
     *
     * @param path  below the base address
     * @param pairs of the form, in the order sent
     * @param parts of the answer that hold what is asked for, all of them needed
     */
    record Question(String path, List<Map.Entry<String, String>> pairs, Map<String, FasEnvelope.Part> parts) {
    }

    private static final Map<String, Turn> TURNS = Map.of("AuthorizationError", Turn.OPERATOR, "Invalid", Turn.NEVER);

    private final Wire wire;
    private final FasSession session;

    FasCaller(Wire wire, FasSession session) {
        this.wire = wire;
        this.session = session;
    }

    /** Asks for something that is always there. */
    FasEnvelope need(Question question) {
        return whole(question, ask(question));
    }

    /** Asks for something that may not exist; false when FAS2 plainly says so. */
    boolean find(Question question) {
        FasEnvelope envelope = ask(question);
        if (envelope.saysUnknown()) {
            return false;
        }
        whole(question, envelope);
        return true;
    }

    /** For an answer that does not hold what it should. */
    ServiceException misunderstood(Question question, String missing) {
        return wire.misunderstood(Request.of("POST", question.path()).asReading(), success(), missing);
    }

    /** For a failure that FAS2 announced under HTTP 200. */
    ServiceException failure(Question question, Turn turn, String why) {
        return wire.refused(Request.of("POST", question.path()).asReading(), success(), turn, why);
    }

    private FasEnvelope ask(Question question) {
        AtomicBoolean answered = new AtomicBoolean();
        FasEnvelope envelope = session.with(ticket -> wire.read(FasSession.signed(question.path(), question.pairs(), ticket).asReading(), json -> {
            answered.set(true);
            return envelope(question, json);
        }), () -> !answered.get());
        if (envelope.error().isPresent()) {
            String name = envelope.error().get();
            throw failure(question, TURNS.getOrDefault(name, Turn.LATER),
                    "FAS2 reports " + (name.matches("[A-Za-z_.]{1,60}") ? name : "an error") + " instead of an answer");
        }
        if (envelope.invalid()) {
            throw failure(question, Turn.NEVER, "FAS2 rejects a parameter");
        }
        return envelope;
    }

    private FasEnvelope envelope(Question question, JsonParser json) throws IOException {
        try {
            return FasEnvelope.read(json, question.parts());
        } catch (UnexpectedAnswer odd) {
            throw misunderstood(question, "something odd: " + odd.getOriginalMessage());
        }
    }

    private FasEnvelope whole(Question question, FasEnvelope envelope) {
        if (envelope.success().equals(Optional.of(false))) {
            throw failure(question, Turn.LATER, "FAS2 says that it did not succeed");
        }
        if (!envelope.parts().containsAll(question.parts().keySet())) {
            throw envelope.flashed() ? failure(question, Turn.OPERATOR, "FAS2 answers with a note to the user instead; may the account do this?")
                    : misunderstood(question, "no " + String.join(" and ", question.parts().keySet()));
        }
        return envelope;
    }

    private static JsonReply success() {
        return new JsonReply(200, Map.of(), MissingNode.getInstance());
    }
}
