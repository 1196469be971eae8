package dev.accolade.service.fas;

import dev.accolade.service.http.ConnectionOptions;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** One connection to a FAS2 server. */
@UriParams
@Configurer(extended = true)
public class FasConfiguration extends ConnectionOptions {

    /** User name of the FAS2 account whose view is read; one in group accounts or fas-system sees every group. */
    @UriParam(label = "security", secret = true)
    private String username;
    /** Password of that account. */
    @UriParam(label = "security", secret = true)
    private String password;
    /** Addresses by which Bugzilla knows people, where they differ from those in FAS2: number=address, several separated by commas. */
    @UriParam(label = "advanced")
    private String bugzillaEmails;

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

    public String getBugzillaEmails() {
        return bugzillaEmails;
    }

    public void setBugzillaEmails(String bugzillaEmails) {
        this.bugzillaEmails = bugzillaEmails;
    }

    @Override
    public void check() {
        super.check();
        need("username", username);
        need("password", password);
        new BugzillaEmails(bugzillaEmails);
    }

    @Override
    protected List<Object> identity() {
        return Arrays.asList(username, password, bugzillaEmails);
    }

    @Override
    public FasConfiguration copy() {
        return (FasConfiguration) super.copy();
    }
}
