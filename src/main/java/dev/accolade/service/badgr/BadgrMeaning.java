package dev.accolade.service.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.service.badgr.BatchRefusedException.Verdict;
import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.Meaning;
import java.util.ArrayList;
import java.util.List;

/** What Badgr's refusals mean. Source: docs/services/badgr.md, sections 2 and 3. */
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
        if (json.path("fieldErrors").isArray()) {
            return "some of the items";
        }
        if (json.path("status").path("description").asText("").contains("deleted")) {
            return "to delete what has live assertions";
        }
        return json.path("validationErrors").isEmpty() ? "the request" : "the fields together: a rule across fields";
    }

    /** The only way to tell a duplicate from other refusals of an award. */
    static boolean isDuplicate(JsonReply refusal) {
        return refusal.status() == 400 && speaksOf(refusal.json().path("validationErrors"), "previous award", "already exists");
    }

    static boolean isRevokedBefore(JsonReply refusal) {
        return refusal.status() == 400 && speaksOf(refusal.json().path("validationErrors"), "already revoked");
    }

    /** What Badgr thinks of each item of a refused batch; empty where it does not tell by item. */
    static List<Verdict> refusedItems(JsonReply refusal) {
        List<Verdict> verdicts = new ArrayList<>();
        if (refusal.json().path("fieldErrors").isArray()) {
            refusal.json().path("fieldErrors").forEach(item -> verdicts.add(item.isEmpty() ? Verdict.GOOD
                    : item.size() == 1 && speaksOf(item.path("non_field_errors"), "previous award", "already exists") ? Verdict.DUPLICATE
                    : Verdict.REFUSED));
        }
        return verdicts;
    }

    private static boolean speaksOf(JsonNode sentences, String... fragments) {
        for (JsonNode sentence : sentences) {
            if (List.of(fragments).stream().allMatch(sentence.asText()::contains)) {
                return true;
            }
        }
        return false;
    }
}
