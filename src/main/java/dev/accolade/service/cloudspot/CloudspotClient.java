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
 * need a refusal in Cloudspot's own JSON; a proxy's error page under the same status is an outage. Source: docs/services/cloudspot.md
 */
public final class CloudspotClient implements ServiceClient {

    private static final Set<Integer> LOGIN_REFUSED = Set.of(400, 401, 403, 404);
    private static final Set<Integer> TOKEN_REFUSED = Set.of(401, 403);

    private final Wire wire;
    private final String applicationId;
    private final Optional<String> ownToken;

    CloudspotClient(Wire wire, CloudspotConfiguration configuration) {
        this.wire = wire;
        this.applicationId = configuration.getApplicationId();
        this.ownToken = Optional.ofNullable(configuration.getToken()).map(String::strip).filter(token -> !token.isEmpty());
    }

    /**
     * Whether Cloudspot answers in its own words. It knows no log-in of an application, so that a wrong application id shows only by what an account
     * may do: with a token of the connection's own, that is asked for too.
     *
     * @return what it answered
     * @throws NoValidToken when the connection's own token is refused
     */
    @Override
    public String check() {
        if (ownToken.isPresent()) {
            int companies = getPermissions(Optional.empty()).size();
            return companies > 0 ? "answers; the account may use the application for " + companies + (companies == 1 ? " company" : " companies")
                    : "answers, but the account may use the application for no company: is applicationId right?";
        }
        try {
            getPermissions(Optional.of("accolade-looks-whether-you-answer"));
            return "answers";
        } catch (NoValidToken expected) {
            return "answers, and refuses a token that it never gave";
        }
    }

    /**
     * Logs an account in. The new token probably ends every earlier one.
     *
     * @param known a token that the account has, sent along as the Python client does; empty for none
     * @throws BadCredentials when Cloudspot refuses them
     */
    public CloudspotLogin authenticate(Credentials credentials, Optional<String> known) {
        Request bare = post("/auth/authenticate/", Map.of("username", credentials.username(), "password", credentials.password()));
        Request request = known.map(token -> bare.with("X-LICENSE-TOKEN", token)).orElse(bare);
        JsonReply reply = send(request, LOGIN_REFUSED, refusal -> new BadCredentials(wire.refused(request, refusal, Turn.OPERATOR,
                "user name and password are not accepted" + word(refusal) + "; check applicationId, too")));
        return CloudspotJson.text(reply.json(), "token")
                .flatMap(token -> CloudspotJson.companies(reply.json().path("permissions")).map(companies -> new CloudspotLogin(token, companies)))
                .orElseThrow(() -> wire.misunderstood(request, reply, "no token with permissions"));
    }

    /**
     * What the account may do, by company; empty when it may not use the application for any.
     *
     * @param token empty for that of the connection
     * @throws NoValidToken when the token is missing or refused
     */
    public List<CompanyPermissions> getPermissions(Optional<String> token) {
        Request request = get("/auth/get-permissions/", token);
        JsonReply reply = asAccount(request);
        return CloudspotJson.companies(reply.json().path("permissions"))
                .orElseThrow(() -> wire.misunderstood(request, reply, "no list of permissions"));
    }

    /**
     * What the account may do for one company.
     *
     * @param token empty for that of the connection
     * @throws NoValidToken     when the token is missing or refused
     * @throws ServiceException with {@link Turn#NEVER} when the account has nothing to do with this company, as far as is known of Cloudspot
     */
    public List<String> getCompanyPermissions(Optional<String> token, String companyId) {
        String company = URLEncoder.encode(companyId, StandardCharsets.UTF_8).replace("+", "%20");
        Request request = get("/auth/get-company-permissions/" + company + "/", token);
        JsonReply reply = asAccount(request);
        return CloudspotJson.slugs(reply.json().path("permissions")).orElseThrow(() -> wire.misunderstood(request, reply, "no list of permissions"));
    }

    /**
     * The profile behind the token.
     *
     * @param token empty for that of the connection
     * @throws NoValidToken when the token is missing or refused
     */
    public CloudspotUser getUser(Optional<String> token) {
        Request request = get("/auth/users/profile/", token);
        JsonReply reply = asAccount(request);
        JsonNode json = reply.json();
        String email = CloudspotJson.text(json, "email").orElseThrow(() -> wire.misunderstood(request, reply, "no e-mail"));
        return new CloudspotUser(CloudspotJson.text(json, "first_name").orElse(""), CloudspotJson.text(json, "last_name").orElse(""), email,
                CloudspotJson.text(json, "company_name").or(() -> CloudspotJson.text(json, "company")));
    }

    /**
     * Whom an impersonation token stands for.
     *
     * @throws NoValidToken when it is missing or refused
     */
    public CloudspotImpersonation validateImpersonation(String impersonationToken) {
        if (impersonationToken == null || impersonationToken.isBlank()) {
            throw missing("POST /auth/impersonation-validation/");
        }
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
        if (CloudspotJson.isError(reply.json())) {
            throw refusal.apply(reply);
        }
        return reply;
    }

    /** Cloudspot's short word for a refusal, when it looks like one. */
    private static String word(JsonReply refusal) {
        String code = refusal.json().path("error_code").asText("");
        return code.matches("[A-Z_]{1,40}") ? ", " + code : "";
    }

    /** Labelled as JSON though it has no body, as Cloudspot's own client sends it. */
    private Request get(String path, Optional<String> token) {
        String used = token.or(() -> ownToken).orElseThrow(() -> missing("GET " + path));
        return common(Request.of("GET", path)).with("X-LICENSE-TOKEN", used).with("Content-Type", Request.Content.JSON);
    }

    private NoValidToken missing(String call) {
        return new NoValidToken(wire.connection() + ": no token was given for " + call + ", so nothing was asked. Enrol the account again.");
    }

    private Request common(Request request) {
        return request.with("Accept", Request.Content.JSON).with("X-LICENSE-MODULE", applicationId);
    }

    private Request post(String path, Map<String, String> fields) {
        var body = JsonNodeFactory.instance.objectNode();
        fields.forEach(body::put);
        return common(Request.of("POST", path)).json(body.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        wire.close();
    }
}
