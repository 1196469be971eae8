package dev.accolade.ledger;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Adds to the history, in the transaction of what it tells: there is one writer at a time, so the last row read in it is the last. */
final class Chronicle {

    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The last row so far. */
    private record Head(long id, byte[] digest) {}

    private Chronicle() {}

    static void add(Handle handle, long now, Step step) {
        add(handle, now, List.of(step));
    }

    /** @param steps in the order in which they happened */
    static void add(Handle handle, long now, List<Step> steps) {
        if (steps.isEmpty()) {
            return;
        }
        Head head = handle.createQuery("select id, digest from history order by id desc limit 1")
                .map((row, context) -> new Head(row.getLong(1), row.getBytes(2))).findOne().orElse(new Head(0, Link.FIRST));
        try (Batch batch = new Batch(handle, """
                insert into history (id, at, kind, actor, target, object_id, object_name, person, generation, change_id, change_kind, outcome,
                    payload, salt, payload_digest, digest) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            for (Step step : steps) {
                head = add(batch, now, step, head);
            }
        }
    }

    private static Head add(Batch batch, long now, Step step, Head before) {
        long id = before.id() + 1;
        Step.Subject of = step.subject();
        List<Object> fields = Arrays.asList(id, now, step.kind().name(), step.actor(), of.target(), of.objectId(), of.objectName(), of.person(),
                of.generation(), of.change(), of.changeKind(), step.outcome().orElse(null));
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        String payload = Json.write(step.payload());
        byte[] payloadDigest = Link.payload(salt, payload);
        byte[] digest = Link.of(before.digest(), fields.stream().map(field -> field == null ? null : field.toString()).collect(Collectors.toList()), payloadDigest);
        batch.add(Stream.concat(fields.stream(), Stream.of(payload, salt, payloadDigest, digest)).toArray());
        return new Head(id, digest);
    }
}
