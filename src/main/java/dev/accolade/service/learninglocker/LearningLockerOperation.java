package dev.accolade.service.learninglocker;

import dev.accolade.service.http.Operation;
import java.util.EnumSet;
import java.util.Set;

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
    ENABLE_CLIENT("enableClient"),
    ROTATE_SECRET("rotateSecret"),
    DELETE_CLIENT("deleteClient"),
    COUNT_CLIENTS("countClients"),
    VERIFY_CLIENT("verifyClient"),
    ABOUT("about"),
    POST_STATEMENTS("postStatements"),
    STATEMENT("statement"),
    VOIDED_STATEMENT("voidedStatement"),
    VOID_STATEMENT("voidStatement");

    /** The same names for the catalog, which needs a constant. */
    static final String NAMES = "check,stores,storeByTitle,clients,clientByKey,client,createClient,updateClient,disableClient,enableClient,"
            + "rotateSecret,deleteClient,countClients,verifyClient,about,postStatements,statement,voidedStatement,voidStatement";

    private static final Set<LearningLockerOperation> XAPI = EnumSet.of(VERIFY_CLIENT, ABOUT, POST_STATEMENTS, STATEMENT, VOIDED_STATEMENT, VOID_STATEMENT);

    private final String text;

    LearningLockerOperation(String text) {
        this.text = text;
    }

    static LearningLockerOperation of(String text) {
        return Operation.of(LearningLockerOperation.class, "learning-locker", text);
    }

    /** Whether it is asked of the xAPI service. */
    boolean needsXapi() {
        return XAPI.contains(this);
    }

    @Override
    public String text() {
        return text;
    }
}
