package dev.accolade.service.learninglocker;

import dev.accolade.service.http.Operation;

/** What {@code learning-locker:} can do, by the name in the address. */
enum LearningLockerOperation implements Operation {
    CHECK("check"),
    STORES("stores"),
    STORE_BY_TITLE("storeByTitle"),
    CLIENTS("clients"),
    CLIENT_BY_KEY("clientByKey"),
    CLIENT("client"),
    CREATE_CLIENT("createClient"),
    UPDATE_CLIENT("updateClient"),
    DISABLE_CLIENT("disableClient"),
    ENABLE_CLIENT("enableClient");

    /** The same names for the catalog, which needs a constant. */
    static final String NAMES = "check,stores,storeByTitle,clients,clientByKey,client,createClient,updateClient,disableClient,enableClient";

    private final String text;

    LearningLockerOperation(String text) {
        this.text = text;
    }

    static LearningLockerOperation of(String text) {
        return Operation.of(LearningLockerOperation.class, "learning-locker", text);
    }

    @Override
    public String text() {
        return text;
    }
}
