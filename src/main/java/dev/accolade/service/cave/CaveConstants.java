package dev.accolade.service.cave;

import org.apache.camel.spi.Metadata;

/** Headers. */
public final class CaveConstants {

    @Metadata(description = "CAVE id of a group", javaType = "Long", label = "producer")
    public static final String GROUP_ID = "CamelCaveGroupId";
    @Metadata(description = "CAVE id of a person or service account", javaType = "Long", label = "producer")
    public static final String USER_ID = "CamelCaveUserId";
    @Metadata(description = "E-mail of a person", javaType = "String", label = "producer")
    public static final String EMAIL = "CamelCaveEmail";
    @Metadata(description = "Number of the chunk that is handed over, from 0", javaType = "Integer", label = "producer")
    public static final String CHUNK = "CamelCaveChunk";

    private CaveConstants() {
    }
}
