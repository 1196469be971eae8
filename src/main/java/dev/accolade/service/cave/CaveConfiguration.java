package dev.accolade.service.cave;

import dev.accolade.service.http.ConnectionOptions;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** One connection to a CAVE auth server. */
@UriParams
@Configurer(extended = true)
public class CaveConfiguration extends ConnectionOptions implements Cloneable {

    /** API key of a service account, or of a person who administers a group or dataset. */
    @UriParam(label = "security", secret = true)
    private String token;
    /** What stands between the address of the server and /api/v1. */
    @UriParam(label = "common,advanced", defaultValue = "/auth")
    private String apiPrefix = "/auth";

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }

    public String getApiPrefix() {
        return apiPrefix;
    }

    public void setApiPrefix(String apiPrefix) {
        this.apiPrefix = apiPrefix;
    }

    /** @throws IllegalArgumentException naming the option that is missing */
    void check() {
        httpSettings();
        for (String[] option : new String[][] {{"token", token}}) {
            if (option[1] == null || option[1].isBlank()) {
                throw new IllegalArgumentException(option[0] + " is missing");
            }
        }
        if (!apiPrefix.isEmpty() && !apiPrefix.matches("(/[A-Za-z0-9._~-]+)+")) {
            throw new IllegalArgumentException("apiPrefix is neither empty nor a path like /auth, without a slash at its end");
        }
    }

    /** What makes two nameless configurations one connection. */
    List<Object> key() {
        return Arrays.asList(httpSettings(), getMaxConcurrency(), getRequestsPerSecond(), token, apiPrefix);
    }

    public CaveConfiguration copy() {
        try {
            return (CaveConfiguration) clone();
        } catch (CloneNotSupportedException impossible) {
            throw new RuntimeCamelException(impossible);
        }
    }
}
