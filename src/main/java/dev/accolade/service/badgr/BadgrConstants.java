package dev.accolade.service.badgr;

import org.apache.camel.spi.Metadata;

/** Headers; each takes precedence over the option of the same meaning. */
public final class BadgrConstants {

    @Metadata(description = "Issuer: its name or entityId for the operations that look up by name, its entityId for badgeClasses",
            javaType = "String", label = "producer")
    public static final String ISSUER = "CamelBadgrIssuer";
    @Metadata(description = "Badge class: its name or entityId for badgeClassByName, its entityId elsewhere", javaType = "String", label = "producer")
    public static final String BADGE_CLASS = "CamelBadgrBadgeClass";
    @Metadata(description = "EntityId of an assertion", javaType = "String", label = "producer")
    public static final String ASSERTION = "CamelBadgrAssertion";
    @Metadata(description = "E-mail of a recipient; put into lower case", javaType = "String", label = "producer")
    public static final String RECIPIENT = "CamelBadgrRecipient";
    @Metadata(description = "Number of the page that is handed over, from 0", javaType = "Integer", label = "producer")
    public static final String CHUNK = "CamelBadgrChunk";

    private BadgrConstants() {
    }
}
