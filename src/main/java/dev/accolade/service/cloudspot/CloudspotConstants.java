package dev.accolade.service.cloudspot;

import org.apache.camel.spi.Metadata;

/** Headers. */
public final class CloudspotConstants {

    @Metadata(description = "Token of the account, where it is not that of the connection; a secret, removed from the exchange by every operation", javaType = "String", label = "producer")
    public static final String TOKEN = "CamelCloudspotToken";
    @Metadata(description = "Id of a company", javaType = "String", label = "producer")
    public static final String COMPANY_ID = "CamelCloudspotCompanyId";
    @Metadata(description = "Token of an impersonation; a secret, removed like the other", javaType = "String", label = "producer")
    public static final String IMPERSONATION_TOKEN = "CamelCloudspotImpersonationToken";
    @Metadata(description = "What became of an event, where it is not what its kind says: set by the route", javaType = "dev.accolade.service.cloudspot.EventOutcome",
            label = "consumer")
    public static final String OUTCOME = "CamelCloudspotOutcome";
    @Metadata(description = "Id that the application gave to the user of a UserCreated: set by the route", javaType = "String", label = "consumer")
    public static final String USER_ID = "CamelCloudspotUserId";
    @Metadata(description = "Name of the event as Cloudspot sent it", javaType = "String", label = "consumer")
    public static final String EVENT = "CamelCloudspotEvent";

    private CloudspotConstants() {
    }
}
