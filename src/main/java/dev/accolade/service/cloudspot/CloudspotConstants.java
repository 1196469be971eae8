package dev.accolade.service.cloudspot;

import org.apache.camel.spi.Metadata;

/** Headers. */
public final class CloudspotConstants {

    @Metadata(description = "Token of the account; a secret, removed from the exchange by every operation", javaType = "String", label = "producer")
    public static final String TOKEN = "CamelCloudspotToken";
    @Metadata(description = "Id of a company", javaType = "String", label = "producer")
    public static final String COMPANY_ID = "CamelCloudspotCompanyId";
    @Metadata(description = "Token of an impersonation; a secret, removed like the other", javaType = "String", label = "producer")
    public static final String IMPERSONATION_TOKEN = "CamelCloudspotImpersonationToken";

    private CloudspotConstants() {
    }
}
