package dev.accolade.service.bodhi;

import org.apache.camel.spi.Metadata;

/** Headers. */
public final class BodhiConstants {

    @Metadata(description = "Alias of an update, like FEDORA-2024-0a1b2c3d4e", javaType = "String", label = "producer")
    public static final String ALIAS = "CamelBodhiAlias";
    @Metadata(description = "User names, with commas between; of updates: who submitted them", javaType = "String", label = "producer")
    public static final String USER = "CamelBodhiUser";
    @Metadata(description = "Only updates that were pushed at this time or later, like 2024-01-31T00:00:00Z", javaType = "String", label = "producer")
    public static final String PUSHED_SINCE = "CamelBodhiPushedSince";
    @Metadata(description = "Only updates that were modified at this time or later", javaType = "String", label = "producer")
    public static final String MODIFIED_SINCE = "CamelBodhiModifiedSince";
    @Metadata(description = "Only updates that were submitted at this time or later", javaType = "String", label = "producer")
    public static final String SUBMITTED_SINCE = "CamelBodhiSubmittedSince";
    @Metadata(description = "Number of the chunk that is handed over, from 0", javaType = "Integer", label = "producer")
    public static final String CHUNK = "CamelBodhiChunk";

    private BodhiConstants() {
    }
}
