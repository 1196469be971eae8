package dev.accolade.service.fas;

import dev.accolade.service.http.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One question.
 *
 * @param path    below the base address, percent-encoded
 * @param pairs   of the form, in the order sent
 * @param parts   of the answer that hold what is asked for, all of them needed
 * @param extra   parts that are read where they come
 * @param reading whether it changes nothing in FAS2, so that it is harmless to ask again
 */
record FasQuestion(String path, List<Map.Entry<String, String>> pairs, Map<String, FasEnvelope.Part> parts, Map<String, FasEnvelope.Part> extra,
        boolean reading) {

    static FasQuestion reading(String path, List<Map.Entry<String, String>> pairs, Map<String, FasEnvelope.Part> parts) {
        return new FasQuestion(path, pairs, parts, Map.of(), true);
    }

    static FasQuestion writing(String path, List<Map.Entry<String, String>> pairs) {
        return new FasQuestion(path, pairs, Map.of(), Map.of(), false);
    }

    FasQuestion and(Map<String, FasEnvelope.Part> more) {
        return new FasQuestion(path, pairs, parts, more, reading);
    }

    /** The request without anything that shows who asks. */
    Request request() {
        return request(List.of());
    }

    /** @param proof form fields that show who asks; they stand after the question's own, as in the Python client */
    Request request(List<Map.Entry<String, String>> proof) {
        List<Map.Entry<String, String>> form = new ArrayList<>(pairs);
        form.addAll(proof);
        form.add(Map.entry("tg_format", "json"));
        Request request = Request.of("POST", path).with("Accept", "application/json").form(form);
        return reading ? request.asReading() : request;
    }

    /**
     * A part of a path.
     *
     * @throws IllegalArgumentException when the text cannot stand there: FAS2's framework cuts paths at each slash, however it is written
     */
    static String part(String what, String text) {
        if (text == null || text.isBlank() || text.contains("/") || text.equals(".") || text.equals("..")) {
            throw new IllegalArgumentException(what + " cannot be sent to FAS2: it stands in a path, so it must not be empty, a dot, two dots, or "
                    + "hold a slash");
        }
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
    }
}
