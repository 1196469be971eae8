package dev.accolade.sandbox.fas;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** The members of every group by id, kept for a while: what clients read may be a quarter of an hour old. */
final class GroupData {

    private record Kept(Instant since, String json) {
    }

    private final AtomicReference<Kept> kept = new AtomicReference<>();

    /** The kept answer while it is young enough, else a new one. */
    String json(Accounts accounts, Duration life, boolean force) {
        Kept old = kept.get();
        if (!force && old != null && old.since().plus(life).isAfter(accounts.now())) {
            return old.json();
        }
        Kept fresh = new Kept(accounts.now(), written(accounts));
        kept.set(fresh);
        return fresh.json();
    }

    private static String written(Accounts accounts) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = Reply.JSON.createGenerator(text)) {
            out.writeStartObject();
            for (FasGroup group : accounts.groups()) {
                write(out, group);
            }
            out.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return text.toString();
    }

    private static void write(JsonGenerator out, FasGroup group) throws IOException {
        out.writeObjectFieldStart(group.name);
        out.writeNumberField("id", group.id);
        out.writeStringField("type", group.type);
        ids(out, "administrators", group, RoleType.ADMINISTRATOR);
        ids(out, "sponsors", group, RoleType.SPONSOR);
        ids(out, "users", group, RoleType.USER);
        out.writeEndObject();
    }

    private static void ids(JsonGenerator out, String name, FasGroup group, RoleType type) throws IOException {
        out.writeArrayFieldStart(name);
        for (FasRole role : group.roles()) {
            if (role.approved() && role.type() == type) {
                out.writeNumber(role.person().id);
            }
        }
        out.writeEndArray();
    }
}
