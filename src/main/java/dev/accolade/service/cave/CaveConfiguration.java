package dev.accolade.service.cave;

import dev.accolade.service.http.ConnectionOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** One connection to a CAVE auth server. */
@UriParams
@Configurer(extended = true)
public class CaveConfiguration extends ConnectionOptions {

    /** API key of a service account, or of a person who administers a group or dataset. No token file is read where it is given. */
    @UriParam(label = "security", secret = true)
    private String token;
    /** Folder of the token files of CAVE's Python client; ~ is the home folder. */
    @UriParam(label = "security", defaultValue = CaveTokenFiles.USUAL_FOLDER)
    private String tokenFolder = CaveTokenFiles.USUAL_FOLDER;
    /** A token file to be used in place of those that the Python client names; ~ is the home folder. */
    @UriParam(label = "security,advanced")
    private String tokenFile;
    /** Key of the token in token files. */
    @UriParam(label = "security,advanced", defaultValue = CaveTokenFiles.USUAL_KEY)
    private String tokenKey = CaveTokenFiles.USUAL_KEY;
    /** Address of a CAVE server of one dataset that takes the same token; saveToken writes its token file, too. */
    @UriParam(label = "security,advanced")
    private String localServerUrl;
    /** What stands between the address of the server and /api/v1. */
    @UriParam(label = "common,advanced", defaultValue = "/auth")
    private String apiPrefix = "/auth";
    /** What stands between the address of the server and its pages for browsers. */
    @UriParam(label = "common,advanced", defaultValue = "/sticky_auth")
    private String browserPrefix = "/sticky_auth";

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

    public String getTokenFolder() {
        return tokenFolder;
    }

    public void setTokenFolder(String tokenFolder) {
        this.tokenFolder = tokenFolder;
    }

    public String getTokenKey() {
        return tokenKey;
    }

    public void setTokenKey(String tokenKey) {
        this.tokenKey = tokenKey;
    }

    public String getTokenFile() {
        return tokenFile;
    }

    public void setTokenFile(String tokenFile) {
        this.tokenFile = tokenFile;
    }

    public String getLocalServerUrl() {
        return localServerUrl;
    }

    public void setLocalServerUrl(String localServerUrl) {
        this.localServerUrl = localServerUrl;
    }

    public String getBrowserPrefix() {
        return browserPrefix;
    }

    public void setBrowserPrefix(String browserPrefix) {
        this.browserPrefix = browserPrefix;
    }

    @Override
    public void check() {
        super.check();
        need("tokenFolder", tokenFolder);
        need("tokenKey", tokenKey);
        requirePath("apiPrefix", apiPrefix);
        requirePath("browserPrefix", browserPrefix);
    }

    private static void requirePath(String option, String value) {
        if (!value.isEmpty() && !value.matches("(/[A-Za-z0-9._~-]+)+")) {
            throw new IllegalArgumentException(option + " is neither empty nor a path like /auth, without a slash at its end");
        }
    }

    /** The token, wherever it stands; empty when there is none yet. */
    Optional<String> secret() {
        return Optional.ofNullable(token).map(String::strip).filter(text -> !text.isEmpty()).or(() -> files().read(tokenKey));
    }

    CaveTokenFiles files() {
        return new CaveTokenFiles(CaveTokenFiles.path(tokenFolder), getBaseUrl(),
                Optional.ofNullable(tokenFile).filter(text -> !text.isBlank()).map(CaveTokenFiles::path));
    }

    Optional<String> localServer() {
        return Optional.ofNullable(localServerUrl).filter(text -> !text.isBlank());
    }

    @Override
    protected List<Object> identity() {
        return Arrays.asList(token, tokenFolder, tokenFile, tokenKey, localServerUrl, apiPrefix, browserPrefix);
    }

    @Override
    public CaveConfiguration copy() {
        return (CaveConfiguration) super.copy();
    }
}
