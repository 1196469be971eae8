package dev.accolade.service.learninglocker;

import org.apache.camel.spi.Metadata;

/** Headers; each takes precedence over the option of the same meaning. */
public final class LearningLockerConstants {

    @Metadata(description = "Store: its title or id for storeByTitle, its id for clients and countClients", javaType = "String", label = "producer")
    public static final String STORE = "CamelLearningLockerStore";
    @Metadata(description = "Id of a client", javaType = "String", label = "producer")
    public static final String CLIENT = "CamelLearningLockerClient";
    @Metadata(description = "Key that a client logs in with: what clientByKey looks for, and with the secret who works on statements", javaType = "String",
            label = "producer")
    public static final String KEY = "CamelLearningLockerKey";
    @Metadata(description = "Secret of the client whose key is given; taken out of the exchange by the operation on statements that uses it",
            javaType = "String", label = "producer,security")
    public static final String SECRET = "CamelLearningLockerSecret";
    @Metadata(description = "Id of a statement, a UUID", javaType = "String", label = "producer")
    public static final String STATEMENT = "CamelLearningLockerStatement";
    @Metadata(description = "Number of the page that is handed over, from 0", javaType = "Integer", label = "producer")
    public static final String CHUNK = "CamelLearningLockerChunk";

    private LearningLockerConstants() {
    }
}
