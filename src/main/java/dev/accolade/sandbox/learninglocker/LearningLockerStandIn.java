package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import dev.accolade.sandbox.StandIn;
import java.time.Clock;
import java.util.Locale;

/**
 * A Learning Locker as one installation publishes it: the API under {@code /api}, statements under {@code /data/xAPI}.
 *
 * <p>Source of what it does: docs/services/learning-locker.md. Safe for several threads.
 */
public final class LearningLockerStandIn implements StandIn {

    private final Database database;
    private final Api api;
    private final Xapi xapi;
    private final Controls controls;

    public LearningLockerStandIn() {
        this(Clock.systemUTC());
    }

    /** A stand-in whose documents and statements are stamped by this clock. */
    public LearningLockerStandIn(Clock clock) {
        this.database = new Database(clock);
        this.api = new Api(database);
        this.xapi = new Xapi(database);
        this.controls = new Controls(database);
    }

    @Override
    public String name() {
        return "learning-locker";
    }

    /**
     * Takes {@code organisations}, {@code stores}, {@code clients} and {@code users}, each with an {@code id} and optionally a {@code var}; a value of the form
     * {@code ${var}} stands for the id of the entry with that name. Each store brings a client of its own, as in the product. A user has {@code email},
     * {@code password}, {@code scopes} of its own and {@code organisations}, each with an {@code organisation} and the {@code scopes} held there.
     */
    @Override
    public void load(JsonNode seed) {
        database.clear();
        new Seed(database).plant(seed);
    }

    @Override
    public Answer answer(Call call) {
        String path = call.path();
        String lower = path.toLowerCase(Locale.ROOT);
        if (lower.equals("/api") || lower.startsWith("/api/")) {
            return api.answer(call, path.substring(4));
        }
        if (lower.startsWith("/data/xapi/")) {
            return xapi.answer(call, path.substring(10));
        }
        return Errors.noRoute(call.method(), path).answer();
    }

    @Override
    public Answer control(Call call) {
        return controls.answer(call);
    }
}
