package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The switches of the stand-in.
 *
 * @param accessTokenSeconds    lifetime of an access token
 * @param sliding               a call in the second half of that lifetime starts it anew
 * @param backoffPeriodSeconds  base of the back-off: 2 gives 2, 4, 8...
 * @param backoffMaximumSeconds 0 turns the back-off off
 * @param laxScopes             scopes are enforced only where 3.14.1 enforces them
 * @param issueDelayMillis      how long the server takes for each assertion it issues
 * @param failAfterItems        a batch fails with a 500 after so many items; negative for never
 * @param exactRecipients       the recipient filter tells upper from lower case
 * @param ui                    host of the web interface
 * @param defaultClient         client of a token request that names none
 * @param terms                 a version of the terms exists, without which the own profile cannot be read
 */
record Settings(long accessTokenSeconds, boolean sliding, long backoffPeriodSeconds, long backoffMaximumSeconds, boolean laxScopes,
                long issueDelayMillis, int failAfterItems, boolean exactRecipients, String ui, String defaultClient, boolean terms) {

    static final Settings DEFAULT = new Settings(86_400, true, 2, 3600, false, 0, -1, true, "localhost:4200", "public", false);

    /**
     * These settings with the given changes; unknown keys are ignored. The keys of the recorded seed, some of which explain themselves in a
     * sentence, are understood too.
     *
     * @throws IllegalArgumentException naming a key whose value is of the wrong kind
     */
    Settings with(JsonNode changes) {
        return new Settings(
                number(changes, accessTokenSeconds, "accessTokenSeconds", "access_token_seconds"),
                flag(changes, sliding, "sliding"),
                number(changes, backoffPeriodSeconds, "backoffPeriodSeconds", "TOKEN_BACKOFF_PERIOD_SECONDS"),
                number(changes, backoffMaximumSeconds, "backoffMaximumSeconds", "TOKEN_BACKOFF_MAXIMUM_SECONDS"),
                lax(changes),
                number(changes, issueDelayMillis, "issueDelayMillis"),
                changes.path("failAfterItems").isNull() ? -1 : (int) number(changes, failAfterItems, "failAfterItems"),
                !word(changes, "recipient_filter", exactRecipients ? "case-sensitive" : "case-insensitive").equals("case-insensitive"),
                word(changes, "ui", ui), word(changes, "default_client", defaultClient),
                !word(changes, "terms_versions", terms ? "some" : "none").equals("none"));
    }

    ObjectNode json() {
        return Json.object().put("accessTokenSeconds", accessTokenSeconds).put("sliding", sliding).put("backoffPeriodSeconds", backoffPeriodSeconds)
                .put("backoffMaximumSeconds", backoffMaximumSeconds).put("scopes", laxScopes ? "lax" : "strict")
                .put("issueDelayMillis", issueDelayMillis).put("failAfterItems", failAfterItems);
    }

    private boolean lax(JsonNode changes) {
        String word = word(changes, "scopes", laxScopes ? "lax" : "strict");
        if (!word.equals("lax") && !word.equals("strict")) {
            throw new IllegalArgumentException("scopes is strict or lax");
        }
        return word.equals("lax");
    }

    private static long number(JsonNode changes, long present, String... names) {
        for (String name : names) {
            JsonNode value = changes.path(name);
            if (!value.isMissingNode() && !value.isIntegralNumber()) {
                throw new IllegalArgumentException(name + " is a whole number");
            }
            if (value.isIntegralNumber()) {
                return value.longValue();
            }
        }
        return present;
    }

    private static boolean flag(JsonNode changes, boolean present, String name) {
        JsonNode value = changes.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw new IllegalArgumentException(name + " is true or false");
        }
        return value.asBoolean(present);
    }

    private static String word(JsonNode changes, String name, String present) {
        return Json.text(changes, name).map(text -> text.split("[,\\s]", 2)[0]).orElse(present);
    }
}
