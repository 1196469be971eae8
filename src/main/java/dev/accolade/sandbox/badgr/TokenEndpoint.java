package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /o/token} and {@code /o/revoke_token/}; bodies have no envelope, and some JSON is labelled as HTML. */
final class TokenEndpoint {

    private static final Set<String> DEFAULT_SCOPES = new LinkedHashSet<>(List.of("rw:profile", "rw:issuer", "rw:backpack"));
    private static final String JSON = "application/json";
    private static final String HTML = "text/html; charset=utf-8";

    private final World world;

    TokenEndpoint(World world) {
        this.world = world;
    }

    Reply token(Visit visit) {
        return world.backoff.guard(visit.call(), () -> grant(visit.call()));
    }

    private Reply grant(Call call) {
        if (!call.query().isEmpty()) {
            throw mislabelled("Token grant parameters must be sent in post body, not query parameters");
        }
        TokenRequest request = TokenRequest.of(call, world.settings);
        Application application = application(request);
        Set<String> scopes = scopes(request, application);
        return switch (request.grantType()) {
            case "password" -> password(request, application, scopes);
            case "refresh_token" -> refresh(request, application);
            case "client_credentials" -> clientCredentials(request, application, scopes);
            case "authorization_code" -> throw request.has("code") ? error("invalid_grant") : error("invalid_request", "Missing code parameter.");
            default -> throw error("unsupported_grant_type");
        };
    }

    private Application application(TokenRequest request) {
        Application application = world.applications.get(request.clientId());
        if (application == null) {
            throw request.named() ? mislabelled("invalid client_id") : invalidClient();
        }
        if (request.basicSecret().isPresent() && application.confidential() && !request.basicSecret().get().equals(application.secret())) {
            throw mislabelled("invalid client_secret");
        }
        return application;
    }

    private Set<String> scopes(TokenRequest request, Application application) {
        Set<String> wanted = request.scopes();
        if (!wanted.stream().allMatch(application::allows)) {
            throw mislabelled("invalid scope requested");
        }
        return !wanted.isEmpty() ? wanted : request.bare() ? DEFAULT_SCOPES : Set.of("r:profile");
    }

    private Reply password(TokenRequest request, Application application, Set<String> scopes) {
        authenticate(request, application);
        for (String name : List.of("username", "password")) {
            if (!request.has(name)) {
                throw error("invalid_request", "Request is missing " + name + " parameter.");
            }
        }
        Account account = world.accounts.byEmail(request.value("username")).filter(one -> one.password().equals(request.value("password")))
                .orElseThrow(() -> error("invalid_grant", "Invalid credentials given."));
        if (!application.grant().equals("password")) {
            throw error("unauthorized_client");
        }
        return given(give(application, Optional.of(account), scopes, application.refreshTokens()));
    }

    private Reply refresh(TokenRequest request, Application application) {
        authenticate(request, application);
        if (!request.has("refresh_token")) {
            throw error("invalid_request", "Missing refresh token parameter.");
        }
        Token old = world.tokens.byRefresh(request.value("refresh_token")).filter(token -> token.application.equals(application))
                .orElseThrow(() -> error("invalid_grant"));
        if (!old.scopes.containsAll(request.scopes())) {
            throw error("invalid_scope");
        }
        if (old.revoked) {
            throw Refusal.serverError();
        }
        world.tokens.end(old);
        return given(give(application, old.account, request.scopes().isEmpty() ? old.scopes : request.scopes(), true));
    }

    /** Without a secret the server does not refuse: it gives a token of the default client that has no user. */
    private Reply clientCredentials(TokenRequest request, Application application, Set<String> scopes) {
        if (request.secret().isEmpty()) {
            Application fallback = world.applications.getOrDefault(world.settings.defaultClient(), application);
            return given(give(fallback, Optional.empty(), DEFAULT_SCOPES, false));
        }
        authenticate(request, application);
        if (!application.grant().equals("client_credentials")) {
            throw error("unauthorized_client");
        }
        return given(give(application, application.account(), scopes, false));
    }

    private static void authenticate(TokenRequest request, Application application) {
        if (application.confidential() && !request.secret().equals(Optional.of(application.secret()))) {
            throw invalidClient();
        }
    }

    private Token give(Application application, Optional<Account> account, Set<String> scopes, boolean withRefresh) {
        return world.tokens.give(application, account, scopes, withRefresh, world.now(), world.settings.accessTokenSeconds());
    }

    private Reply given(Token token) {
        ObjectNode body = Json.object().put("access_token", token.access).put("expires_in", world.settings.accessTokenSeconds())
                .put("token_type", "Bearer").put("scope", String.join(" ", token.scopes));
        token.refresh.ifPresent(refresh -> body.put("refresh_token", refresh));
        return Reply.typed(200, JSON, body);
    }

    /** 200 whatever it is given. The access token alone leaves its refresh token behind, whose use then ends in a 500. */
    Reply revoke(Visit visit) {
        Map<String, List<String>> form = visit.call().form();
        form.getOrDefault("token", List.of()).stream().findFirst().ifPresent(text -> {
            world.tokens.byRefresh(text).ifPresent(world.tokens::end);
            world.tokens.byAccess(text).ifPresent(token -> token.revoked = true);
        });
        return Reply.ready(Answer.text(200, HTML, ""));
    }

    private static Refusal error(String code) {
        return new Refusal(Reply.typed(400, JSON, Json.object().put("error", code)));
    }

    private static Refusal error(String code, String description) {
        return new Refusal(Reply.typed(400, JSON, Json.object().put("error", code).put("error_description", description)));
    }

    private static Refusal invalidClient() {
        return new Refusal(Reply.typed(401, JSON, Json.object().put("error", "invalid_client"))
                .with("WWW-Authenticate", "Bearer error=\"invalid_client\""));
    }

    private static Refusal mislabelled(String text) {
        return new Refusal(Reply.typed(400, HTML, Json.object().put("error", text)));
    }

    /** The scopes of a text, in order. */
    static Set<String> scopes(String text) {
        Set<String> scopes = new LinkedHashSet<>(Arrays.asList(text.strip().split("\\s+")));
        scopes.remove("");
        return scopes;
    }
}
