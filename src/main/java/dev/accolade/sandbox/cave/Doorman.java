package dev.accolade.sandbox.cave;

import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Looks for the token of a request, and turns away those without a good one. */
final class Doorman {

    private static final String NAME = "middle_auth_token";

    private final Tables tables;
    private final String sticky;
    private final boolean redirectAlways;
    private final boolean tokensLost;

    /** @param tokensLost whether the server has forgotten all tokens, as when its store of them starts empty */
    Doorman(Tables tables, String sticky, boolean redirectAlways, boolean tokensLost) {
        this.tables = tables;
        this.sticky = sticky;
        this.redirectAlways = redirectAlways;
        this.tokensLost = tokensLost;
    }

    /**
     * The token of a request.
     *
     * @throws Halt when there is none that is alive
     */
    Token admit(Call call) {
        Optional<String> header = call.header("Authorization");
        boolean program = header.isPresent() || call.header("X-Requested-With").isPresent() || call.header("Origin").isPresent();
        if (header.isPresent() && !header.get().matches("Bearer( .*)?")) {
            throw refusal(call, 400, "bad_auth_header", "Authorization header must begin with 'Bearer'",
                    ", error=\"invalid_request\", error_description=\"Header must begin with 'Bearer'\"");
        }
        Optional<String> query = call.parameter(NAME).filter(text -> !text.isEmpty());
        if (!program && query.isPresent()) {
            throw new Halt(toCookie(call, query.get()));
        }
        Optional<String> sent = header.map(value -> value.substring(6).trim()).or(() -> query).or(() -> cookie(call)).filter(text -> !text.isEmpty());
        Optional<Token> token = sent.filter(some -> !tokensLost).flatMap(tables::token);
        if (token.isPresent()) {
            token.get().used(tables.clock.instant());
            return token.get();
        }
        if (!program || redirectAlways) {
            throw new Halt(toLogin(call));
        }
        throw sent.isEmpty() ? refusal(call, 401, "no_token", "Unauthorized - No Token Provided", "")
                : refusal(call, 401, "invalid_token", "Unauthorized - Token is Invalid or Expired",
                        ", error=\"invalid_token\", error_description=\"Invalid/Expired Token\"");
    }

    private Halt refusal(Call call, int status, String code, String message, String hint) {
        if (redirectAlways && status == 401) {
            return new Halt(toLogin(call));
        }
        String realm = "Bearer realm=\"https://" + sticky + "/api/v1/authorize\"" + hint;
        return new Halt(Replies.json(status, new TreeMap<>(Map.of("error", code, "message", message))).with("WWW-Authenticate", realm));
    }

    private Answer toLogin(Call call) {
        String url = call.base() + call.path() + (call.query().isEmpty() ? "" : "?" + call.query());
        return Replies.page(302).with("Location", "https://" + sticky + "/api/v1/authorize?redirect=" + quoted(url));
    }

    private static Answer toCookie(Call call, String token) {
        String rest = Arrays.stream(call.query().split("&")).filter(pair -> !pair.startsWith(NAME + "=")).collect(Collectors.joining("&"));
        return Replies.page(302).with("Location", call.base() + call.path() + (rest.isEmpty() ? "" : "?" + rest))
                .with("Set-Cookie", NAME + "=" + token + "; Secure; HttpOnly; Path=/");
    }

    private static Optional<String> cookie(Call call) {
        return call.header("Cookie").stream().flatMap(value -> Arrays.stream(value.split(";\\s*"))).filter(pair -> pair.startsWith(NAME + "="))
                .map(pair -> pair.substring(NAME.length() + 1)).findFirst();
    }

    /** Percent-encoded but for letters, digits, slashes and the four unreserved signs. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            char sign = (char) (one & 0xff);
            boolean plain = sign < 128 && (Character.isLetterOrDigit(sign) || "/_.-~".indexOf(sign) >= 0);
            quoted.append(plain ? String.valueOf(sign) : String.format("%%%02X", one & 0xff));
        }
        return quoted.toString();
    }
}
