package dev.accolade.service.cave;

import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.Meaning;

/** What CAVE's refusals mean to the operator. */
final class CaveMeaning implements Meaning {

    @Override
    public String of(JsonReply refusal) {
        if (refusal.status() >= 300 && refusal.status() < 400) {
            return "CAVE asks for a login in a browser: the request was not authenticated, or baseUrl is not the final address";
        }
        return switch (refusal.status()) {
            case 401 -> "the token is missing, unknown or expired; make a new one and set it as token";
            case 403 -> refusal.json().path("error").asText("").equals("missing_tos") ? "terms of service have to be accepted first"
                    : "the token's account administers nothing, so CAVE shows it no lists; use a service account, or make it admin of a group";
            default -> Meaning.byStatus(refusal.status());
        };
    }
}
