package dev.accolade.sandbox.fas;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accolade.sandbox.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an operation decided; turned into bytes once the form of the answer is known. */
interface Reply {

    JsonFactory JSON = new ObjectMapper().getFactory();

    Answer answer(FasRequest request);

    /** A page with {@code tg_flash} null, or the text a redirect brought along. */
    static Reply page(Pages.Body body) {
        return request -> render(request, 200, out -> {
            body.write(out);
            out.writeStringField("tg_flash", request.flash().orElse(null));
        });
    }

    /** A page with a message of its own. */
    static Reply page(String flash, Pages.Body body) {
        return bare(out -> {
            body.write(out);
            out.writeStringField("tg_flash", flash);
        });
    }

    /** A page without the key {@code tg_flash}. */
    static Reply bare(Pages.Body body) {
        return request -> render(request, 200, body);
    }

    /** An error of the application: status 200. */
    static Reply error(String name, String text) {
        return page(text, out -> out.writeStringField("exc", name));
    }

    /** A refusal of the validator: status 200 and no {@code exc}. */
    static Reply invalid(Map<String, String> errors) {
        return page(out -> {
            out.writeObjectFieldStart("tg_errors");
            for (Map.Entry<String, String> error : errors.entrySet()) {
                out.writeStringField(error.getKey(), error.getValue());
            }
            out.writeEndObject();
        });
    }

    /** 303, the message in a cookie. */
    static Reply redirect(String location, String flash) {
        return request -> Answer.empty(303).with("Content-Type", request.json() ? "application/json" : "text/html").with("Location", location)
                .with("Set-Cookie", "tg_flash=" + URLEncoder.encode(flash, StandardCharsets.UTF_8).replace("+", "%20") + "; Path=/");
    }

    /** Not logged in, or not allowed: FAS2 does not tell them apart. */
    static Reply denied(Optional<String> flash) {
        return request -> render(request, 403, out -> {
            out.writeBooleanField("logging_in", true);
            out.writeStringField("message", request.loginTried() && request.caller().person().isEmpty() ? "credentials rejected"
                    : request.caller().person().isPresent() ? "credentials needed" : "please log in");
            out.writeStringField("forward_url", "/");
            out.writeStringField("previous_url", "/" + request.path());
            out.writeObjectFieldStart("original_parameters");
            for (Map.Entry<String, List<String>> parameter : request.parameters().entrySet()) {
                List<String> values = parameter.getValue();
                out.writeObjectField(parameter.getKey(), values.size() == 1 ? values.get(0) : values);
            }
            out.writeEndObject();
            out.writeStringField("tg_flash", flash.orElse(null));
        });
    }

    /** The framework's own page, never JSON. */
    static Reply framework(int status, String text) {
        return request -> html(status, text);
    }

    private static Answer html(int status, String text) {
        return Answer.text(status, "text/html; charset=utf-8", "<!DOCTYPE html>\n<html><head><title>" + status + "</title></head><body><h2>" + status
                + "</h2><p>" + text + "</p></body></html>\n");
    }

    private static Answer render(FasRequest request, int status, Pages.Body body) {
        if (!request.json()) {
            return html(status, "This page is for browsers. Ask with Accept: application/json for the data.");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            out.writeStartObject();
            body.write(out);
            out.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return new Answer(status, List.of(Map.entry("Content-Type", "application/json")), bytes.toByteArray());
    }
}
