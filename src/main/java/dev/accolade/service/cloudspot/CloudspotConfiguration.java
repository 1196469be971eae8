package dev.accolade.service.cloudspot;

import dev.accolade.service.http.ConnectionOptions;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** One connection to a Cloudspot License server. */
@UriParams
@Configurer(extended = true)
public class CloudspotConfiguration extends ConnectionOptions {

    /** Id under which the application is registered at Cloudspot. A wrong one gives other permissions, or none, without an error. */
    @UriParam(label = "common")
    private String applicationId;
    /** Token of an account, for calls that bring none of their own. */
    @UriParam(label = "security", secret = true)
    private String token;

    public String getApplicationId() {
        return applicationId;
    }

    public void setApplicationId(String applicationId) {
        this.applicationId = applicationId;
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }

    @Override
    public void check() {
        super.check();
        need("applicationId", applicationId);
    }

    @Override
    protected List<Object> identity() {
        return Arrays.asList(applicationId, token);
    }

    @Override
    public CloudspotConfiguration copy() {
        return (CloudspotConfiguration) super.copy();
    }
}
