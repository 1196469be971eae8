package dev.accolade.crash;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** What is taken away from Accolade to see whether the harness notices. Where anything is, Badgr no longer hears that it should refuse duplicates. */
enum Sabotage {

    NONE,
    /** After each kill the ledger forgets that anything had been begun. */
    NO_INTENT,
    /** Whoever looks on a target for one person's badge or one key's client is shown nothing. */
    NO_LOOK;

    /** What the stand-in gets to see of a request. */
    Call seen(Call call) {
        if (this == NONE || !Kind.BADGE_AWARDED.decidedBy(call)) {
            return call;
        }
        ObjectNode body = (ObjectNode) call.json().orElseThrow();
        body.remove("allowDuplicateAwards");
        return new Call(call.method(), call.path(), call.query(), call.headers(), body.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8), call.base(), call.peer());
    }

    /** What Accolade gets to see of an answer. */
    Answer shown(Call call, Answer answer) {
        if (this != NO_LOOK || !Kind.BADGE_ADOPTED.decidedBy(call) && !Kind.CLIENT_ADOPTED.decidedBy(call)) {
            return answer;
        }
        try {
            ObjectNode body = (ObjectNode) new com.fasterxml.jackson.databind.ObjectMapper().readTree(answer.body());
            body.putArray(body.has("edges") ? "edges" : "result");
            return Answer.json(answer.status(), body);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What happens to the ledger between a kill and the next start. */
    void between(Path ledger) {
        if (this != NO_INTENT) {
            return;
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + ledger); Statement statement = connection.createStatement()) {
            statement.executeUpdate("""
                    update change set state = 'PLANNED', look_first = 0, attempts = 0, lease_owner = null, lease_until = null, claimed_at = null
                    where state in ('CLAIMED', 'UNKNOWN')""");
        } catch (SQLException unwritable) {
            throw new IllegalStateException("the ledger could not be sabotaged", unwritable);
        }
    }
}
