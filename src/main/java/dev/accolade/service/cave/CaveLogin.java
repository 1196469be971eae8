package dev.accolade.service.cave;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * The token that a connection uses, and where it comes from. Another token counts for all routes of the connection, from their next request on.
 * Safe for several threads. Source: docs/services/cave.md, Tokens and Token files.
 */
public final class CaveLogin {

    private final CaveConfiguration options;
    private final Browser browser;
    private volatile Optional<String> token;

    /** @throws IllegalStateException when a token file on the way cannot be read or is no JSON object */
    CaveLogin(CaveConfiguration options, Browser browser) {
        this.options = requireNonNull(options, "options is null");
        this.browser = requireNonNull(browser, "browser is null");
        this.token = options.secret();
    }

    /** The secret; empty when there is none yet. */
    public Optional<String> token() {
        return token;
    }

    /** Uses another token from now on; it is kept nowhere. */
    public void use(String secret) {
        if (secret == null || !secret.strip().matches("[!-~]+")) {
            throw new IllegalArgumentException("what is to be used is no token: it is empty, or has spaces or other unusual characters in it");
        }
        token = Optional.of(secret.strip());
    }

    /** What a request has to carry: the header {@code Authorization}, or nothing when there is no token. */
    public Map<String, String> requestHeader() {
        return token.map(secret -> Map.of("Authorization", "Bearer " + secret)).orElse(Map.of());
    }

    /**
     * Uses the token that the token files hold under a key.
     *
     * @param key empty for that of the connection
     * @return whether there is one; if not, the token in use stays
     * @throws IllegalStateException when a file on the way cannot be read or is no JSON object
     */
    public boolean getToken(Optional<String> key) {
        Optional<String> found = options.files().read(key.orElse(options.getTokenKey()));
        found.ifPresent(this::use);
        return found.isPresent();
    }

    /** How to make a new token. The page makes one at each visit, and earlier ones stay good. */
    public CaveInstructions getNewToken(boolean open, boolean noText) {
        URI page = page(options.getApiPrefix() + "/api/v1/create_token");
        String text = noText ? "" : """
                1. Log in to CAVE at %s in a browser. It shows a new token, and makes another at each visit; those made before stay valid.
                2. Save it with cave:saveToken and the header %s, or set it as the connection's token.
                """.formatted(page, CaveConstants.TOKEN);
        return shown(page, text, open);
    }

    /** How to get a token: a new one, or one of those that are there. */
    public CaveInstructions setupToken(boolean makeNew, boolean open) {
        if (makeNew) {
            return getNewToken(open, false);
        }
        URI page = page(options.getBrowserPrefix() + "/settings/tokens");
        return shown(page, """
                1. Log in to CAVE at %s in a browser, and copy one of your tokens.
                2. Save it with cave:saveToken and the header %s, or set it as the connection's token.
                """.formatted(page, CaveConstants.TOKEN), open);
    }

    /**
     * Keeps a token for the next start.
     *
     * @param switchToken whether it is used from now on
     * @throws IllegalStateException as {@link CaveTokenFiles#save}; the token in use stays then
     */
    public CaveTokenSaved saveToken(CaveTokenSave wish, boolean switchToken) {
        CaveTokenSaved saved = options.files().save(wish);
        if (switchToken) {
            use(wish.token());
        }
        return saved;
    }

    private URI page(String path) {
        return URI.create(options.getBaseUrl().replaceAll("/+$", "") + path);
    }

    private CaveInstructions shown(URI page, String text, boolean open) {
        return new CaveInstructions(page, text, open && browser.open(page));
    }

    /** Whether there is a token, not which. */
    @Override
    public String toString() {
        return "CaveLogin[" + (token.isPresent() ? "with" : "without") + " token]";
    }
}
