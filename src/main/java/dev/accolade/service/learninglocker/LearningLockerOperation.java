package dev.accolade.service.learninglocker;

import java.util.List;
import java.util.stream.Stream;

/** What {@code learning-locker:} can do, by the name in the address. */
enum LearningLockerOperation {
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
        return Stream.of(values()).filter(one -> one.text.equals(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("learning-locker has no operation '" + text + "'; it has " + names() + "."));
    }

    static List<String> names() {
        return Stream.of(values()).map(one -> one.text).toList();
    }
}
