package dev.accolade.service.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.Meaning;
import java.util.ArrayList;
import java.util.List;

/** What Learning Locker's refusals mean. Source: docs/services/learning-locker.md, chapters 2 and 5 */
final class LearningLockerMeaning implements Meaning {

    @Override
    public String of(JsonReply refusal) {
        return switch (refusal.status()) {
            case 400 -> "Learning Locker refused " + fields(refusal.json());
            case 401 -> "key or secret is not accepted, or this client is disabled";
            case 403 -> "managing clients needs the scope 'all', or the organisation has expired";
            case 404 -> "no such document in this organisation, or baseUrl lacks /api";
            default -> Meaning.byStatus(refusal.status());
        };
    }

    private static String fields(JsonNode json) {
        List<String> names = new ArrayList<>();
        json.path("errors").fieldNames().forEachRemaining(names::add);
        return names.isEmpty() ? "the request" : "the fields " + names;
    }

    /** The document is not there; a 404 of another form means that the address is wrong. */
    static boolean isAbsent(JsonReply reply) {
        return reply.status() == 404 && reply.json().path("message").asText("").equals("Not Found");
    }

    /** Another writer changed the scopes at the same time; reading again and repeating helps. */
    static boolean isLostUpdate(JsonReply reply) {
        return reply.status() == 400 && reply.json().path("name").asText("").equals("VersionError");
    }
}
