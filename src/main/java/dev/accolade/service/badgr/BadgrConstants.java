package dev.accolade.service.badgr;

import org.apache.camel.spi.Metadata;

/** Headers; each takes precedence over the option of the same meaning. */
public final class BadgrConstants {

    @Metadata(description = "Issuer: its name or entityId for issuerByName and badgeClassByName, its entityId elsewhere", javaType = "String",
            label = "producer")
    public static final String ISSUER = "CamelBadgrIssuer";
    @Metadata(description = "Badge class: its name or entityId for badgeClassByName, its name for badgeByName and where a badge class is named together"
            + " with its issuer, its entityId elsewhere", javaType = "String", label = "producer")
    public static final String BADGE_CLASS = "CamelBadgrBadgeClass";
    @Metadata(description = "EntityId of an assertion; for revokeAssertions several, separated by commas, or a list", javaType = "String",
            label = "producer")
    public static final String ASSERTION = "CamelBadgrAssertion";
    @Metadata(description = "EntityId of a collection of the backpack", javaType = "String", label = "producer")
    public static final String COLLECTION = "CamelBadgrCollection";
    @Metadata(description = "EntityId of a token; without it revokeToken gives up the connection's own", javaType = "String", label = "producer")
    public static final String TOKEN = "CamelBadgrToken";
    @Metadata(description = "E-mail or other identity of a recipient; put into lower case", javaType = "String", label = "producer")
    public static final String RECIPIENT = "CamelBadgrRecipient";
    @Metadata(description = "Why an assertion is revoked; shown in public", javaType = "String", label = "producer",
            defaultValue = Revocation.DEFAULT_REASON)
    public static final String REASON = "CamelBadgrReason";
    @Metadata(description = "Changes later than this time are wanted, in ISO 8601; on an exchange of a consumer the time that the poll began with",
            javaType = "String")
    public static final String SINCE = "CamelBadgrSince";
    @Metadata(description = "Number of the page that is handed over, from 0", javaType = "Integer")
    public static final String CHUNK = "CamelBadgrChunk";

    private BadgrConstants() {
    }
}
