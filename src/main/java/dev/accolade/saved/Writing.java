package dev.accolade.saved;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.function.Consumer;

/** Writes the one object of a file, change by change. */
final class Writing {

    /** What stands before the changes. */
    record Head(String ledger, long plan, String madeAt, String cause) {

        /** What its digest covers. */
        String text() {
            return Form.NAME + "\n" + Form.VERSION + "\n" + ledger + "\n" + plan + "\n" + madeAt + "\n" + cause + "\n";
        }
    }

    /** Hands over every change, one after the other. */
    @FunctionalInterface
    interface Changes {
        void each(Consumer<ObjectNode> change) throws IOException;
    }

    private Writing() {}

    /** @return how many changes there were */
    static long write(OutputStream out, Head head, Changes changes) throws IOException {
        MessageDigest digest = Form.sha256();
        digest.update(Form.bytes(head.text()));
        long[] count = {0};
        // Closing the generator would close the file before it is safe on the disk.
        JsonGenerator json = Form.JSON.getFactory().createGenerator(new BufferedOutputStream(out, 1 << 16)).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setPrettyPrinter(new DefaultPrettyPrinter().withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"))
                .withObjectIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n")));
        json.writeStartObject();
        json.writeStringField("format", Form.NAME);
        json.writeNumberField("version", Form.VERSION);
        json.writeStringField("ledger", head.ledger());
        json.writeNumberField("plan", head.plan());
        json.writeStringField("madeAt", head.madeAt());
        json.writeStringField("cause", head.cause());
        json.writeArrayFieldStart("changes");
        changes.each(change -> {
            write(json, change);
            digest.update(Form.bytes(change.path("digest").asText() + "\n"));
            count[0]++;
        });
        json.writeEndArray();
        json.writeNumberField("count", count[0]);
        json.writeStringField("digest", Form.hex(digest.digest()));
        json.writeEndObject();
        json.writeRaw("\n");
        json.flush();
        return count[0];
    }

    private static void write(JsonGenerator json, ObjectNode change) {
        try {
            Form.JSON.writeTree(json, change);
        } catch (IOException unwritten) {
            throw new java.io.UncheckedIOException(unwritten);
        }
    }
}
