package dev.accolade.service.cloudspot;

import dev.accolade.service.http.ConnectionOptions;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** One connection to a Cloudspot License server. */
@UriParams
@Configurer(extended = true)
public class CloudspotConfiguration extends ConnectionOptions implements Cloneable {

    /** Id under which the application is registered at Cloudspot. A wrong one gives other permissions, or none, without an error. */
    @UriParam(label = "common")
    private String applicationId;

    public String getApplicationId() {
        return applicationId;
    }

    public void setApplicationId(String applicationId) {
        this.applicationId = applicationId;
    }

    /** @throws IllegalArgumentException naming the option that is missing */
    void check() {
        httpSettings();
        for (String[] option : new String[][] {{"applicationId", applicationId}}) {
            if (option[1] == null || option[1].isBlank()) {
                throw new IllegalArgumentException(option[0] + " is missing");
            }
        }
    }

    /** What makes two nameless configurations one connection. */
    List<Object> key() {
        return Arrays.asList(httpSettings(), getMaxConcurrency(), getRequestsPerSecond(), applicationId);
    }

    public CloudspotConfiguration copy() {
        try {
            return (CloudspotConfiguration) clone();
        } catch (CloneNotSupportedException impossible) {
            throw new RuntimeCamelException(impossible);
        }
    }
}
