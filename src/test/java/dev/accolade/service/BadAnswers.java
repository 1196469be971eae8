package dev.accolade.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.service.http.ServiceException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** What a server may send instead of a good answer. Whoever reads it either understands it as before or says that it does not. */
public final class BadAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DEEP = "[".repeat(5_000) + "]".repeat(5_000);
    private static final List<String> NO_JSON = List.of("", " ", "null", "true", "0", "\"result\"", "[]", "{}", "{}{}", "[[]]", "<!DOCTYPE html><html></html>",
            "{\"result\": " + DEEP + "}", DEEP, "\u0000", "{\"result\": 1e999999999}", "NaN", "{'result': []}", "\uFEFF<html>");
    private static final List<String> OTHERS = List.of("{}", "[[]]", "{\"a\": {\"b\": []}}", "1e400", "-1", "9".repeat(400), "0.5", "[0]", "[null]");

    private final Canned server;
    private final Supplier<Object> reading;
    private final String good;

    /** @param good what the reading understands */
    public BadAnswers(Canned server, String good, Supplier<Object> reading) {
        this.server = server;
        this.good = good;
        this.reading = reading;
        server.says(good);
        assertThat(catchThrowable(reading::get)).as("the good answer").isNull();
    }

    /** Cut anywhere, it is refused. */
    public BadAnswers cutAtEachByte() {
        byte[] whole = good.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            refused("cut after " + length + " bytes", part);
        }
        return this;
    }

    /** What is no JSON object of this kind is refused, whatever it calls itself. */
    public BadAnswers somethingElse() {
        for (String other : NO_JSON) {
            refused(other.substring(0, Math.min(40, other.length())), other.getBytes(StandardCharsets.UTF_8));
        }
        refused("Latin-1", good.replaceFirst("[a-z]{3,}", "\u00e9\u00e8").getBytes(StandardCharsets.ISO_8859_1));
        refused("more after the end", (good + good).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Values of another kind are refused wherever somebody reads them; nothing but the reading's own exception ever comes out. */
    public BadAnswers otherValuesAt(String... pointers) {
        for (String pointer : pointers) {
            for (String other : OTHERS) {
                refused(pointer + " is " + other.substring(0, Math.min(20, other.length())), with(pointer, other));
            }
        }
        return this;
    }

    /** Without what it needs, it is refused; null is as bad. */
    public BadAnswers nothingAt(String... pointers) {
        for (String pointer : pointers) {
            refused(pointer + " is null", with(pointer, "null"));
            refused(pointer + " is missing", with(pointer, null));
        }
        return this;
    }

    /** Every value of the answer replaced by every other kind: the result may be the same, but nobody stumbles. */
    public BadAnswers otherValuesAnywhere() {
        for (String pointer : pointers(tree(), "")) {
            for (String other : OTHERS) {
                server.body = request -> with(pointer, other);
                Throwable failure = catchThrowable(reading::get);
                assertThat(failure).as(pointer + " is " + other).matches(thrown -> thrown == null || thrown instanceof ServiceException);
            }
        }
        return this;
    }

    private void refused(String what, byte[] bytes) {
        server.body = request -> bytes;
        assertThat(catchThrowable(reading::get)).as(what).isInstanceOf(ServiceException.class);
    }

    private byte[] with(String pointer, String value) {
        JsonNode tree = tree();
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = tree.at(pointer.substring(0, slash));
        String name = pointer.substring(slash + 1);
        assertThat(tree.at(pointer).isMissingNode()).as(pointer + " is in the good answer").isFalse();
        String mark = "@@other@@";
        if (parent instanceof ObjectNode object) {
            if (value == null) {
                object.remove(name);
            } else {
                object.put(name, mark);
            }
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(name), mark);
        }
        return tree.toString().replace("\"" + mark + "\"", value == null ? "" : value).getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode tree() {
        try {
            return JSON.readTree(good);
        } catch (java.io.IOException noJson) {
            throw new IllegalStateException(noJson);
        }
    }

    private static List<String> pointers(JsonNode node, String here) {
        List<String> pointers = new ArrayList<>();
        node.fields().forEachRemaining(field -> pointers.addAll(pointers(field.getValue(), here + "/" + field.getKey())));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            pointers.addAll(pointers(node.get(i), here + "/" + i));
        }
        if (!here.isEmpty()) {
            pointers.add(here);
        }
        return pointers;
    }
}
