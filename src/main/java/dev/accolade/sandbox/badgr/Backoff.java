package dev.accolade.sandbox.badgr;

import dev.accolade.sandbox.Call;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Exponential back-off of the endpoints where passwords could be guessed: any answer but a 2xx blocks the user name, or the address where
 * there is none, for 2, 4, 8... seconds. Guarded by the world's lock.
 */
final class Backoff {

    private static final long FORGOTTEN_AFTER_SECONDS = 3600;
    private static final int LARGEST_EXPONENT = 12;

    private record Block(int failures, Instant since, long seconds) {
        Instant end() {
            return since.plusSeconds(seconds);
        }
    }

    private final World world;
    private final Map<String, Block> blocks = new HashMap<>();

    Backoff(World world) {
        this.world = world;
    }

    /** The reply of the endpoint, or 429 without asking it. */
    Reply guard(Call call, Supplier<Reply> endpoint) {
        String key = key(call);
        Block block = blocks.get(key);
        if (block != null && world.now().isBefore(block.end())) {
            return tooMany(block.seconds());
        }
        Reply reply;
        try {
            reply = endpoint.get();
        } catch (Refusal refusal) {
            reply = refusal.reply();
        }
        if (reply.status() / 100 == 2) {
            blocks.remove(key);
        } else {
            fail(key);
        }
        return reply;
    }

    /** The user name of a form, else the first address of {@code X-Forwarded-For}, else the peer. */
    private static String key(Call call) {
        boolean form = call.header("Content-Type").orElse("").startsWith("application/x-www-form-urlencoded");
        Optional<String> user = form ? call.form().getOrDefault("username", List.of()).stream().findFirst().filter(name -> !name.isEmpty())
                : Optional.empty();
        return user.map(name -> "user " + name)
                .orElseGet(() -> "address " + call.header("X-Forwarded-For").map(all -> all.split(",")[0].strip()).orElse(call.peer()));
    }

    private void fail(String key) {
        Settings settings = world.settings;
        if (settings.backoffMaximumSeconds() == 0) {
            return;
        }
        Instant now = world.now();
        blocks.values().removeIf(old -> !now.isBefore(old.since().plusSeconds(FORGOTTEN_AFTER_SECONDS).plusSeconds(old.seconds())));
        Block before = blocks.get(key);
        boolean remembered = before != null && now.isBefore(before.since().plusSeconds(FORGOTTEN_AFTER_SECONDS));
        int failures = remembered ? before.failures() + 1 : 1;
        double seconds = Math.pow(settings.backoffPeriodSeconds(), Math.min(LARGEST_EXPONENT, failures));
        blocks.put(key, new Block(failures, now, (long) Math.min(settings.backoffMaximumSeconds(), seconds)));
    }

    private static Reply tooMany(long seconds) {
        return Reply.typed(429, "text/html; charset=utf-8", Json.object().put("error", "login attempts throttled")
                .put("error_description", "Too many login attempts. Please wait and try again.").put("expires", seconds));
    }
}
