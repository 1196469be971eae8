package dev.accolade.service.learninglocker;

import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.Meaning;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the xAPI service's refusals mean; its warnings echo what was sent, so only the places are taken from them. Source: docs/services/learning-locker.md, chapter 8 */
final class XapiMeaning implements Meaning {

    private static final Pattern PLACE = Pattern.compile("'((?:statements|header|query)(?:\\.[A-Za-z0-9_-]{1,40}){1,8})'");
    private static final int MOST = 5;

    @Override
    public String of(JsonReply refusal) {
        return switch (refusal.status()) {
            case 400 -> "the xAPI service refused " + places(refusal);
            case 401 -> "key or secret is not accepted here, or the client's store or organisation does not exist";
            case 403 -> "the client is disabled, its organisation has expired, or it lacks a scope for this";
            case 404 -> "no such statement that this client may read, or xapiUrl is not the address of an xAPI service";
            case 409 -> "another statement already has this id; nothing was stored";
            default -> Meaning.byStatus(refusal.status());
        };
    }

    private static String places(JsonReply refusal) {
        List<String> places = new ArrayList<>();
        refusal.json().path("warnings").forEach(warning -> {
            Matcher found = PLACE.matcher(warning.asText());
            if (found.find() && places.size() < MOST) {
                places.add(found.group(1));
            }
        });
        return places.isEmpty() ? "the request" : places.toString();
    }
}
