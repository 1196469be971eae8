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

    @Metadata(description = "Password of the user who asks; removed from the exchange before anything is sent", javaType = "String",
            label = "producer")
    public static final String PASSWORD = "CamelFasPassword";
    @Metadata(description = "Id of the session of the user who asks; removed from the exchange before anything is sent", javaType = "String",
            label = "producer")
    public static final String SESSION_ID = "CamelFasSessionId";
    @Metadata(description = "What peopleByKey tells people apart by", javaType = "String", enums = "username,id,email", defaultValue = "username",
            label = "producer")
    public static final String KEY = "CamelFasKey";
    @Metadata(description = "User name that peopleByKey looks for, or a pattern with *", javaType = "String", defaultValue = "*", label = "producer")
    public static final String SEARCH = "CamelFasSearch";
    @Metadata(description = "Columns that peopleByKey tells, as a list or separated by commas; all when absent", javaType = "java.util.List<String>",
            label = "producer")
    public static final String FIELDS = "CamelFasFields";
    @Metadata(description = "SQL LIKE patterns of peopleQuery by column", javaType = "java.util.Map<String, String>", label = "producer")
    public static final String CONSTRAINTS = "CamelFasConstraints";
    @Metadata(description = "Columns that peopleQuery tells, as a list or separated by commas", javaType = "java.util.List<String>",
            label = "producer")
    public static final String COLUMNS = "CamelFasColumns";
    @Metadata(description = "Application that a configuration is kept for", javaType = "String", label = "producer")
    public static final String APPLICATION = "CamelFasApplication";
    @Metadata(description = "Attribute of a configuration", javaType = "String", label = "producer")
    public static final String ATTRIBUTE = "CamelFasAttribute";
    @Metadata(description = "Pattern of attributes, with * for any text", javaType = "String", defaultValue = "*", label = "producer")
    public static final String PATTERN = "CamelFasPattern";
    @Metadata(description = "Pixels of an avatar: 32, 64 or 140", javaType = "Integer", defaultValue = "64", label = "producer")
    public static final String AVATAR_SIZE = "CamelFasAvatarSize";
    @Metadata(description = "Address of what is shown of somebody without avatar", javaType = "String", label = "producer")
    public static final String AVATAR_DEFAULT = "CamelFasAvatarDefault";
    @Metadata(description = "Keeper of avatars", javaType = "String", enums = "libravatar,gravatar", defaultValue = "gravatar", label = "producer")
    public static final String AVATAR_SERVICE = "CamelFasAvatarService";
    @Metadata(description = "Whether gravatar is asked by the e-mail that FAS2 has, which takes a call", javaType = "Boolean", defaultValue = "true",
            label = "producer")
    public static final String LOOKUP_EMAIL = "CamelFasLookupEmail";

    private FasConstants() {
    }
}
