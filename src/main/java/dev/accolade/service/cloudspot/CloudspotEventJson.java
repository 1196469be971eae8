package dev.accolade.service.cloudspot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accolade.service.cloudspot.CloudspotEvent.Company;
import dev.accolade.service.cloudspot.CloudspotEvent.EmailUpdated;
import dev.accolade.service.cloudspot.CloudspotEvent.PermissionsUpdated;
import dev.accolade.service.cloudspot.CloudspotEvent.PinUpdated;
import dev.accolade.service.cloudspot.CloudspotEvent.Unknown;
import dev.accolade.service.cloudspot.CloudspotEvent.UserCreated;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From the body of a webhook to an event; keys that are not known are skipped, secrets that nobody needs are not read. */
final class CloudspotEventJson {

    private static final int LONGEST_TEXT = 400;
    private static final int LONGEST_NAME = 64;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(50).build()).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private CloudspotEventJson() {
    }

    /** @throws EventRefused with 400 when it is no JSON object, or something in it is missing or of another type */
    static CloudspotEvent read(byte[] body) {
        JsonNode json = tree(body);
        String name = text(json, "event");
        JsonNode data = json.path("data");
        return switch (name) {
            case "permissions.updated" -> permissions(object(data));
            case "user.email.updated" -> new EmailUpdated(text(object(data), "current_email"), text(data, "change_to_email"));
            case "user.pin.updated" -> new PinUpdated(text(object(data), "user_username"), optional(data, "pin").isEmpty());
            case "user.created" -> new UserCreated(text(object(data), "user_email"), optional(data, "user_first_name").orElse(""),
                    optional(data, "user_last_name").orElse(""), optional(data, "license_token"));
            default -> new Unknown(name.substring(0, Math.min(name.length(), LONGEST_NAME)).replaceAll("[^\\w.-]", "?"));
        };
    }

    private static JsonNode tree(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (IOException noJson) {
            throw new EventRefused(400, "INVALID_FORMAT", "The body is no JSON.");
        }
        throw new EventRefused(400, "INVALID_FORMAT", "The body is no JSON object.");
    }

    private static PermissionsUpdated permissions(JsonNode data) {
        Optional<String> username = optional(data, "username");
        Optional<String> token = optional(data, "token");
        if (username.isEmpty() && token.isEmpty()) {
            throw missing("username");
        }
        List<String> permissions = new ArrayList<>();
        for (JsonNode slug : array(data, "permissions")) {
            if (!slug.isTextual()) {
                throw unexpected("permissions");
            }
            permissions.add(slug.textValue());
        }
        return new PermissionsUpdated(username, token, text(data, "company_id"), permissions, companies(data));
    }

    private static Optional<List<Company>> companies(JsonNode data) {
        if (!data.hasNonNull("available_companies")) {
            return Optional.empty();
        }
        List<Company> companies = new ArrayList<>();
        for (JsonNode one : array(data, "available_companies")) {
            companies.add(new Company(text(one, "company_id"), optional(one, "company_name").orElse("")));
        }
        return Optional.of(companies);
    }

    private static JsonNode object(JsonNode data) {
        if (data.isMissingNode() || data.isNull()) {
            throw missing("data");
        }
        if (!data.isObject()) {
            throw unexpected("data");
        }
        return data;
    }

    private static JsonNode array(JsonNode json, String key) {
        if (!json.hasNonNull(key)) {
            throw missing(key);
        }
        if (!json.get(key).isArray()) {
            throw unexpected(key);
        }
        return json.get(key);
    }

    private static String text(JsonNode json, String key) {
        return optional(json, key).orElseThrow(() -> missing(key));
    }

    /** Empty when it is not there, null or blank. */
    private static Optional<String> optional(JsonNode json, String key) {
        if (!json.hasNonNull(key)) {
            return Optional.empty();
        }
        String text = json.get(key).textValue();
        if (text == null || text.length() > LONGEST_TEXT) {
            throw unexpected(key);
        }
        return Optional.of(text.strip()).filter(some -> !some.isEmpty());
    }

    private static EventRefused missing(String key) {
        return new EventRefused(400, "EXPECTED_VALUE", "The event needs '" + key + "'.");
    }

    private static EventRefused unexpected(String key) {
        return new EventRefused(400, "UNEXPECTED_VALUE", "The event has something else than was expected in '" + key + "'.");
    }
}
