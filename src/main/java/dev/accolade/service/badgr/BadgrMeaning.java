package dev.accolade.service.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.Meaning;
import java.util.ArrayList;
import java.util.List;

/** What Badgr's refusals mean. Source: docs/services/badgr.md, sections 2.1 and 3.2. */
final class BadgrMeaning implements Meaning {

    @Override
    public String of(JsonReply refusal) {
        return switch (refusal.status()) {
            case 400 -> "Badgr refused " + fields(refusal.json());
            case 401 -> "the token is not accepted";
            case 404 -> "unknown id, or this login has no right to it; make it staff of the issuer, or editor to revoke";
            case 500 -> "Badgr failed; a badge class without an image, for one, cannot be awarded";
            default -> Meaning.byStatus(refusal.status());
        };
    }

    /** The names of the refused fields; their values and Badgr's sentences about them may be personal. */
    private static String fields(JsonNode json) {
        List<String> names = new ArrayList<>();
        json.path("fieldErrors").fieldNames().forEachRemaining(names::add);
        if (!names.isEmpty()) {
            return "the fields " + names;
        }
        return json.path("validationErrors").isEmpty() ? "the request" : "the fields together: a rule across fields";
    }

    /** The only way to tell a duplicate from other refusals of an award. */
    static boolean isDuplicate(JsonReply refusal) {
        for (JsonNode error : refusal.json().path("validationErrors")) {
            if (error.asText().contains("previous award") && error.asText().contains("already exists")) {
                return refusal.status() == 400;
            }
        }
        return false;
    }
}
