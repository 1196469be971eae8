package dev.accolade.properties;

import dev.accolade.ledger.Claim;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Effect;
import dev.accolade.service.http.ServiceException.Turn;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A target in memory: its calls end as it is told, and it remembers what of ours really changed something. */
abstract class Fake {

    /** How the next call ends. */
    enum Mood { WELL, REFUSES, BUSY, LOSES_REQUEST, LOSES_ANSWER, ANSWERS_LATE }

    /**
     * What a call of ours really changed, and for which claim.
     *
     * @param thing the id of the assertion or client
     * @param taken what its holder may no longer do or show; empty when nothing was taken
     */
    record Deed(Claim claim, String thing, Instant at, Set<String> taken) {

        boolean takes() {
            return !taken.isEmpty();
        }
    }

    final Clock clock;
    final List<Deed> deeds = new ArrayList<>();
    Mood mood = Mood.WELL;
    Claim current;

    Fake(Clock clock) {
        this.clock = clock;
    }

    /** Whether its holder has it now. */
    abstract boolean isLive(String thing);

    void did(String thing, Set<String> taken) {
        deeds.add(new Deed(current, thing, clock.instant(), taken));
    }

    void fail() {
        if (mood == Mood.REFUSES) {
            throw new ServiceException(Turn.NEVER, Effect.NONE, 400, null, "refused", null);
        }
        if (mood == Mood.BUSY) {
            throw new ServiceException(Turn.LATER, Effect.NONE, 503, null, "busy", null);
        }
        if (mood == Mood.LOSES_REQUEST) {
            throw new ServiceException(Turn.LATER, Effect.POSSIBLE, 0, null, "no answer", null);
        }
    }

    void loseAnswer() {
        if (mood == Mood.LOSES_ANSWER) {
            throw new ServiceException(Turn.LATER, Effect.POSSIBLE, 0, null, "no answer", null);
        }
    }
}
