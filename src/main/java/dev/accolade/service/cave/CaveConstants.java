package dev.accolade.service.cave;

import org.apache.camel.spi.Metadata;

/** Headers. */
public final class CaveConstants {

    @Metadata(description = "CAVE id of a group", javaType = "Long", label = "producer")
    public static final String GROUP_ID = "CamelCaveGroupId";
    @Metadata(description = "CAVE id of a person or service account", javaType = "Long", label = "producer")
    public static final String USER_ID = "CamelCaveUserId";
    @Metadata(description = "CAVE ids of people and service accounts: a list of numbers, or a text with commas between them", javaType = "java.util.List<Long>",
            label = "producer")
    public static final String USER_IDS = "CamelCaveUserIds";
    @Metadata(description = "E-mail of a person", javaType = "String", label = "producer")
    public static final String EMAIL = "CamelCaveEmail";
    @Metadata(description = "Number of the chunk that is handed over, from 0", javaType = "Integer", label = "producer")
    public static final String CHUNK = "CamelCaveChunk";
    @Metadata(description = "A token to use or to save; a secret, removed from the exchange by every operation", javaType = "String", label = "producer")
    public static final String TOKEN = "CamelCaveToken";
    @Metadata(description = "Key of the token in token files, where it is not that of the connection", javaType = "String", label = "producer")
    public static final String TOKEN_KEY = "CamelCaveTokenKey";
    @Metadata(description = "Token file to save to, where it is not that of the connection", javaType = "String", label = "producer")
    public static final String TOKEN_FILE = "CamelCaveTokenFile";

    private CaveConstants() {
    }
}
