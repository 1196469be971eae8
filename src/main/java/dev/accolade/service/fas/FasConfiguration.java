package dev.accolade.service.fas;

import dev.accolade.service.http.ConnectionOptions;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** One connection to a FAS2 server. */
@UriParams
@Configurer(extended = true)
public class FasConfiguration extends ConnectionOptions implements Cloneable {

    /** User name of the FAS2 account whose view is read; one in group accounts or fas-system sees every group. */
    @UriParam(label = "security", secret = true)
    private String username;
    /** Password of that account. */
    @UriParam(label = "security", secret = true)
    private String password;

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    /** @throws IllegalArgumentException naming the option that is missing */
    void check() {
        httpSettings();
        for (String[] option : new String[][] {{"username", username}, {"password", password}}) {
            if (option[1] == null || option[1].isBlank()) {
                throw new IllegalArgumentException(option[0] + " is missing");
            }
        }
    }

    /** What makes two nameless configurations one connection. */
    List<Object> key() {
        return Arrays.asList(httpSettings(), getMaxConcurrency(), getRequestsPerSecond(), username, password);
    }

    public FasConfiguration copy() {
        try {
            return (FasConfiguration) clone();
        } catch (CloneNotSupportedException impossible) {
            throw new RuntimeCamelException(impossible);
        }
    }
}
