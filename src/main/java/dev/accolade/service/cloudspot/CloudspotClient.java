package dev.accolade.service.cloudspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.Request;
import dev.accolade.service.http.ServiceClient;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Turn;
import dev.accolade.service.http.Wire;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What Cloudspot License tells about single accounts; it lists nobody. Tokens come with each call and are not kept. Safe for several threads.
 *
 * <p>An account that Cloudspot itself refuses is told apart from a Cloudspot that cannot answer: {@link BadCredentials} and {@link NoValidToken}
 * need a refusal in Cloudspot's own JSON; a proxy's error page under the same status is an outage. Source: docs/services/cloudspot.md, chapters
 * 2 and 3.
 */
public final class CloudspotClient implements ServiceClient {

    private static final Set<Integer> LOGIN_REFUSED = Set.of(400, 401, 403, 404);
    private static final Set<Integer> TOKEN_REFUSED = Set.of(401, 403);

    private final Wire wire;
    private final String applicationId;

    CloudspotClient(Wire wire, CloudspotConfiguration configuration) {
        this.wire = wire;
        this.applicationId = configuration.getApplicationId();
    }

    /**
     * Whether Cloudspot answers in its own words. It knows no login of an application, so that a wrong application id shows at the first account only.
     *
     * @return what it answered
     */
    @Override
    public String check() {
        try {
            permissions("accolade-looks-whether-you-answer");
            return "answers";
        } catch (NoValidToken expected) {
            return "answers, and refuses a token that it never gave";
        }
    }

    /**
     * Logs an account in. The new token probably ends every earlier one.
     *
     * @throws BadCredentials when Cloudspot refuses them
     */
    public CloudspotLogin authenticate(Credentials credentials) {
        Request request = post("/auth/authenticate/", Map.of("username", credentials.username(), "password", credentials.password()));
        JsonReply reply = send(request, LOGIN_REFUSED, refusal -> new BadCredentials(wire.refused(request, refusal, Turn.OPERATOR,
                "user name and password are not accepted" + word(refusal) + "; check applicationId, too")));
        return CloudspotJson.text(reply.json(), "token")
                .flatMap(token -> CloudspotJson.companies(reply.json().path("permissions")).map(companies -> new CloudspotLogin(token, companies)))
                .orElseThrow(() -> wire.misunderstood(request, reply, "no token with permissions"));
    }

    /**
     * What the account may do, by company; empty when it may not use the application for any.
     *
     * @throws NoValidToken when the token is missing or refused
     */
    public List<CompanyPermissions> permissions(String token) {
        Request request = get("/auth/get-permissions/", token);
        JsonReply reply = asAccount(request);
        return CloudspotJson.companies(reply.json().path("permissions"))
                .orElseThrow(() -> wire.misunderstood(request, reply, "no list of permissions"));
    }

    /**
     * What the account may do for one company.
     *
     * @throws NoValidToken     when the token is missing or refused
     * @throws ServiceException with {@link Turn#NEVER} when the account has nothing to do with this company, as far as is known of Cloudspot
     */
    public List<String> companyPermissions(String token, String companyId) {
        String company = URLEncoder.encode(companyId, StandardCharsets.UTF_8).replace("+", "%20");
        Request request = get("/auth/get-company-permissions/" + company + "/", token);
        JsonReply reply = asAccount(request);
        return CloudspotJson.slugs(reply.json().path("permissions")).orElseThrow(() -> wire.misunderstood(request, reply, "no list of permissions"));
    }

    /**
     * The profile behind the token.
     *
     * @throws NoValidToken when the token is missing or refused
     */
    public CloudspotUser user(String token) {
        Request request = get("/auth/users/profile/", token);
        JsonReply reply = asAccount(request);
        JsonNode json = reply.json();
        String email = CloudspotJson.text(json, "email").orElseThrow(() -> wire.misunderstood(request, reply, "no e-mail"));
        return new CloudspotUser(CloudspotJson.text(json, "first_name").orElse(""), CloudspotJson.text(json, "last_name").orElse(""), email);
    }

    /**
     * Whom an impersonation token stands for.
     *
     * @throws NoValidToken when it is missing or refused
     */
    public CloudspotImpersonation validateImpersonation(String impersonationToken) {
        requireToken(impersonationToken, "POST /auth/impersonation-validation/");
        Request request = post("/auth/impersonation-validation/", Map.of("token", impersonationToken));
        JsonReply reply = send(request, LOGIN_REFUSED, refusal -> noValidToken(request, refusal));
        Optional<String> token = CloudspotJson.text(reply.json(), "auth_token");
        Optional<String> user = CloudspotJson.text(reply.json(), "user");
        Optional<String> company = CloudspotJson.text(reply.json(), "company");
        if (token.isEmpty() || user.isEmpty() || company.isEmpty()) {
            throw wire.misunderstood(request, reply, "no token, user or company");
        }
        return new CloudspotImpersonation(token.get(), user.get(), company.get());
    }

    private JsonReply asAccount(Request request) {
        return send(request, TOKEN_REFUSED, refusal -> noValidToken(request, refusal));
    }

    private NoValidToken noValidToken(Request request, JsonReply refusal) {
        return new NoValidToken(wire.refused(request, refusal, Turn.OPERATOR, "the token is not accepted" + word(refusal)));
    }

    private JsonReply send(Request request, Set<Integer> refusals, Function<JsonReply, ServiceException> refusal) {
        JsonReply reply = wire.send(request);
        if (!reply.isSuccess()) {
            if (refusals.contains(reply.status())) {
                throw reply.json().isObject() ? refusal.apply(reply)
                        : wire.refused(request, reply, Turn.LATER, "not in Cloudspot's own words, so probably from something in between");
            }
            throw wire.refused(request, reply);
        }
        if (reply.json().path("has_error").asBoolean()) {
            throw wire.refused(request, reply, Turn.LATER, "Cloudspot reports an error instead of an answer" + word(reply));
        }
        return reply;
    }

    /** Cloudspot's short word for a refusal, when it looks like one. */
    private static String word(JsonReply refusal) {
        String code = refusal.json().path("error_code").asText("");
        return code.matches("[A-Z_]{1,40}") ? ", " + code : "";
    }

    private Request get(String path, String token) {
        requireToken(token, "GET " + path);
        return Request.of("GET", path).with("Accept", "application/json").with("X-LICENSE-MODULE", applicationId).with("X-LICENSE-TOKEN", token);
    }

    private void requireToken(String token, String call) {
        if (token == null || token.isBlank()) {
            throw new NoValidToken(wire.connection() + ": no token was given for " + call + ", so nothing was asked. Enrol the account again.");
        }
    }

    private Request post(String path, Map<String, String> fields) {
        var body = JsonNodeFactory.instance.objectNode();
        fields.forEach(body::put);
        return Request.of("POST", path).with("Accept", "application/json").with("X-LICENSE-MODULE", applicationId)
                .json(body.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        wire.close();
    }
}
