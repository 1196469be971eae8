package dev.accolade.service.fas;

import org.apache.camel.spi.Metadata;

/** Headers. */
public final class FasConstants {

    @Metadata(description = "FAS2 number of a group", javaType = "Long", label = "producer")
    public static final String GROUP_ID = "CamelFasGroupId";
    @Metadata(description = "Name of a group", javaType = "String", label = "producer")
    public static final String GROUP_NAME = "CamelFasGroupName";
    @Metadata(description = "FAS2 number of a person", javaType = "Long", label = "producer")
    public static final String PERSON_ID = "CamelFasPersonId";
    @Metadata(description = "User name of a person", javaType = "String", label = "producer")
    public static final String USERNAME = "CamelFasUsername";
    @Metadata(description = "Number of the chunk that is handed over, from 0", javaType = "Integer", label = "producer")
    public static final String CHUNK = "CamelFasChunk";

    private FasConstants() {
    }
}
