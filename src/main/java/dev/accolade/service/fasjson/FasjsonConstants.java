package dev.accolade.service.fasjson;

import org.apache.camel.spi.Metadata;

/** Headers. */
public final class FasjsonConstants {

    @Metadata(description = "Name of a group", javaType = "String", label = "producer")
    public static final String GROUP = "CamelFasjsonGroup";
    @Metadata(description = "User name of a person", javaType = "String", label = "producer")
    public static final String USERNAME = "CamelFasjsonUsername";
    @Metadata(description = "What the term of searchUsers looks for", javaType = "String", label = "producer")
    public static final String VALUE = "CamelFasjsonValue";
    @Metadata(description = "Number of the chunk that is handed over, from 0", javaType = "Integer", label = "producer")
    public static final String CHUNK = "CamelFasjsonChunk";

    private FasjsonConstants() {
    }
}
