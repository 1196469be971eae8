package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.Call;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Reads a request body of any of the three kinds the server takes. */
final class Payload {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private Payload() {
    }

    static JsonNode read(Call call) {
        if (call.body().length == 0) {
            return Json.object();
        }
        String type = call.header("Content-Type").orElse("");
        return switch (type.split(";")[0].strip().toLowerCase(Locale.ROOT)) {
            case "application/json" -> json(call);
            case "application/x-www-form-urlencoded" -> form(call);
            case "multipart/form-data" -> Multipart.read(type, call.body());
            default -> throw Refusal.miscellaneous(415, "Unsupported media type \"" + type + "\" in request.");
        };
    }

    private static JsonNode json(Call call) {
        try {
            JsonNode data = JSON.readTree(call.body());
            if (!data.isMissingNode()) {
                return data;
            }
        } catch (IOException broken) {
            // told below, in the words of the server
        }
        throw Refusal.invalid("JSON parse error - " + JsonFault.describe(call.text()));
    }

    private static JsonNode form(Call call) {
        ObjectNode data = Json.object();
        call.form().forEach((String name, List<String> values) -> data.put(name, values.get(values.size() - 1)));
        return data;
    }
}
