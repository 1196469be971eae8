package dev.accolade.service.cave;

import dev.accolade.service.http.ConnectionOptions;
import java.nio.file.Path;
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

    /** API key of a service account, or of a person who administers a group or dataset. */
    @UriParam(label = "security", secret = true)
    private String token;
    /** Folder of the token files of CAVE's Python client, usually .cloudvolume/secrets in the home folder; read where no token is given. */
    @UriParam(label = "security")
    private String tokenFolder;
    /** Key of the token in those files. */
    @UriParam(label = "security,advanced", defaultValue = CaveTokenFile.USUAL_KEY)
    private String tokenKey = CaveTokenFile.USUAL_KEY;
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

    @Override
    public void check() {
        super.check();
        secret();
        if (!apiPrefix.isEmpty() && !apiPrefix.matches("(/[A-Za-z0-9._~-]+)+")) {
            throw new IllegalArgumentException("apiPrefix is neither empty nor a path like /auth, without a slash at its end");
        }
    }

    /** The token, wherever it stands. */
    String secret() {
        Optional<String> given = Optional.ofNullable(token).filter(text -> !text.isBlank());
        return given.or(this::kept).map(String::strip).orElseThrow(() -> new IllegalArgumentException(
                tokenFolder == null ? "token is missing" : "token is missing, and no token file in " + tokenFolder + " has the key " + tokenKey));
    }

    private Optional<String> kept() {
        return Optional.ofNullable(tokenFolder).flatMap(folder -> new CaveTokenFile(Path.of(folder), getBaseUrl()).read(tokenKey));
    }

    @Override
    protected List<Object> identity() {
        return Arrays.asList(token, tokenFolder, tokenKey, apiPrefix);
    }

    @Override
    public CaveConfiguration copy() {
        return (CaveConfiguration) super.copy();
    }
}
