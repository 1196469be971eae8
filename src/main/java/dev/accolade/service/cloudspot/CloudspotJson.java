package dev.accolade.service.cloudspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns Cloudspot's JSON into records. Keys that are not known are skipped. What is missing or of another type makes the result empty: permissions
 * that were not told are not permissions that were taken away.
 */
final class CloudspotJson {

    private CloudspotJson() {
    }

    static Optional<List<CompanyPermissions>> companies(JsonNode json) {
        if (!json.isArray()) {
            return Optional.empty();
        }
        List<CompanyPermissions> companies = new ArrayList<>();
        for (JsonNode entry : json) {
            Optional<String> id = text(entry, "company_id");
            Optional<List<String>> slugs = slugs(entry.path("permissions"));
            if (id.isEmpty() || slugs.isEmpty()) {
                return Optional.empty();
            }
            companies.add(new CompanyPermissions(id.get(), text(entry, "company_name").orElse(""), slugs.get()));
        }
        return Optional.of(companies);
    }

    static Optional<List<String>> slugs(JsonNode json) {
        if (!json.isArray()) {
            return Optional.empty();
        }
        List<String> slugs = new ArrayList<>();
        for (JsonNode slug : json) {
            if (!slug.isTextual()) {
                return Optional.empty();
            }
            slugs.add(slug.textValue());
        }
        return Optional.of(slugs);
    }

    /** Whether a success is an error all the same: it says so, or has nothing in it but what refusals have. */
    static boolean isError(JsonNode json) {
        if (json.path("has_error").asBoolean()) {
            return true;
        }
        Set<String> names = new HashSet<>();
        json.fieldNames().forEachRemaining(names::add);
        return names.contains("message") && Set.of("message", "error_code").containsAll(names);
    }

    /** Empty when missing, blank or no text. */
    static Optional<String> text(JsonNode json, String key) {
        return Optional.ofNullable(json.path(key).textValue()).filter(text -> !text.isBlank());
    }
}
