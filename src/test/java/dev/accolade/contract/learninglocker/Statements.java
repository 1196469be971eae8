package dev.accolade.contract.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;

/** Statements as texts. */
final class Statements {

    private Statements() {
    }

    /** One without an id. */
    static String plain() {
        return with("http://adlnet.gov/expapi/verbs/experienced", "");
    }

    static String with(String verb, String more) {
        return "{\"actor\":{\"mbox\":\"mailto:learner@example.org\"},\"verb\":{\"id\":\"" + verb + "\"},\"object\":{\"id\":\"http://example.org/activities/1\"}"
                + more + "}";
    }

    static String withId(String id) {
        return with("http://adlnet.gov/expapi/verbs/experienced", ",\"id\":\"" + id + "\"");
    }

    static String voiding(String id) {
        return "{\"actor\":{\"mbox\":\"mailto:admin@example.org\"},\"verb\":{\"id\":\"http://adlnet.gov/expapi/verbs/voided\"},"
                + "\"object\":{\"objectType\":\"StatementRef\",\"id\":\"" + id + "\"}}";
    }

    /** Stores one as this client and gives its id. */
    static String stored(Installation locker, JsonNode client) {
        return locker.xapi("POST", "/statements").by(client).json(plain()).said().json().get(0).asText();
    }
}
