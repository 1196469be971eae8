package dev.accolade.sandbox.cloudspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import dev.accolade.sandbox.PathParts;
import dev.accolade.sandbox.SeedNode;
import dev.accolade.sandbox.StandIn;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Cloudspot License: the five calls of its clients, and webhooks when an operator changes something. The seed: {@link CloudspotSeed}. */
public final class CloudspotStandIn implements StandIn {

    private static final String MOUNT = "/api/v1";
    private static final String ONE_COMPANY = "auth/get-company-permissions/";

    /** Everything a seed replaces at once. */
    private record Server(Licenses licenses, Deliveries deliveries, boolean refusesUnknownApplications, int authenticateStatus) {
    }

    private final Clock clock;
    private volatile Server server;

    public CloudspotStandIn() {
        this(Clock.systemUTC());
    }

    /** A stand-in that dates its deliveries by the given clock. */
    public CloudspotStandIn(Clock clock) {
        this.clock = clock;
        this.server = new Server(new Licenses(), new Deliveries(clock), false, 200);
    }

    @Override
    public String name() {
        return "cloudspot";
    }

    @Override
    public String basePath() {
        return MOUNT;
    }

    @Override
    public void load(JsonNode seed) {
        Licenses licenses = CloudspotSeed.read(seed);
        SeedNode settings = SeedNode.of(seed).child("settings");
        String unknown = settings.optional("unknownApplication").orElse("empty");
        if (!unknown.equals("empty") && !unknown.equals("refuse")) {
            throw settings.wrong("unknownApplication", "is \"empty\" or \"refuse\", not \"" + unknown + "\"");
        }
        server = new Server(licenses, new Deliveries(clock), unknown.equals("refuse"), settings.number("authenticateStatus", 200));
    }

    @Override
    public Answer control(Call call) {
        Server now = server;
        return new CloudspotControls(now.licenses, now.deliveries).answer(call);
    }

    @Override
    public Answer answer(Call call) {
        Server now = server;
        if (!call.path().startsWith(MOUNT + "/")) {
            return page(404);
        }
        if (!call.path().endsWith("/")) {
            return call.method().equals("GET") ? redirect(call) : page(500);
        }
        return route(call, now, String.join("/", PathParts.of(call.path().substring(MOUNT.length()))));
    }

    private static Answer route(Call call, Server now, String path) {
        return switch (path) {
            case "auth/authenticate" -> only("POST", call, () -> within(call, now, application -> authenticate(call, now, application)));
            case "auth/impersonation-validation" -> only("POST", call, () -> within(call, now, application -> impersonation(call, now)));
            case "auth/users/profile" -> only("GET", call, () -> holder(call, now, (account, application) -> told(now, profile(now, account, application))));
            case "auth/get-permissions" -> only("GET", call, () -> holder(call, now,
                    (account, application) -> told(now, permissions(now, now.licenses.entries(account, application)))));
            default -> path.startsWith(ONE_COMPANY) ? only("GET", call, () -> holder(call, now,
                    (account, application) -> one(now, account, application, path.substring(ONE_COMPANY.length())))) : page(404);
        };
    }

    private static Answer only(String method, Call call, Supplier<Answer> work) {
        return call.method().equals(method) ? work.get() : error(405, "Method not allowed.", "NOT_ALLOWED").with("Allow", method);
    }

    /** The slash at the end is part of every address; without it a reader is sent there. */
    private static Answer redirect(Call call) {
        return Answer.empty(301).with("Location", call.base() + call.path() + "/" + (call.query().isEmpty() ? "" : "?" + call.query()));
    }

    private static Answer within(Call call, Server now, Function<String, Answer> work) {
        Optional<String> application = call.header("X-LICENSE-MODULE").filter(id -> !id.isEmpty());
        if (application.isEmpty()) {
            return error(401, "The application is missing.", "NOT_AUTHORIZED");
        }
        if (now.refusesUnknownApplications && !now.licenses.knows(application.get())) {
            return error(401, "The application is unknown.", "NOT_AUTHORIZED");
        }
        return work.apply(application.get());
    }

    private static Answer holder(Call call, Server now, BiFunction<Account, String, Answer> work) {
        return within(call, now, application -> call.header("X-LICENSE-TOKEN").flatMap(now.licenses::holder)
                .map(account -> work.apply(account, application))
                .orElseGet(() -> error(401, "The token is not valid.", "NOT_AUTHORIZED")));
    }

    private static Answer authenticate(Call call, Server now, String application) {
        JsonNode body = call.json().orElse(null);
        if (body == null || !body.isObject()) {
            return error(400, "The body is not a JSON object.", "INVALID_FORMAT");
        }
        if (!body.path("username").isTextual() || !body.path("password").isTextual()) {
            return error(400, "username and password are expected.", "EXPECTED_VALUE");
        }
        return now.licenses.authenticated(body.path("username").textValue(), body.path("password").textValue()).map(account -> {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("token", now.licenses.enter(account, application));
            answer.put("permissions", now.licenses.habits().list(now.licenses.entries(account, application)));
            return Answer.json(now.authenticateStatus, now.licenses.habits().told(answer));
        }).orElseGet(() -> error(401, "Name or password is wrong.", "NOT_AUTHORIZED"));
    }

    private static Answer told(Server now, Map<String, ?> object) {
        return Answer.json(200, now.licenses.habits().told(object));
    }

    private static Map<String, Object> permissions(Server now, List<?> items) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("permissions", now.licenses.habits().list(items));
        return answer;
    }

    private static Map<String, String> profile(Server now, Account account, String application) {
        Map<String, String> profile = new LinkedHashMap<>();
        profile.put("first_name", account.firstName);
        profile.put("last_name", account.lastName);
        profile.put("email", account.username);
        profile.put("pin", account.pin);
        if (now.licenses.habits().oldProfile()) {
            now.licenses.entries(account, application).stream().findFirst().ifPresent(one -> profile.put("company", one.company_name()));
        }
        return profile;
    }

    private static Answer one(Server now, Account account, String application, String company) {
        return now.licenses.entries(account, application).stream().filter(entry -> entry.company_id().equals(company)).findFirst()
                .map(entry -> told(now, permissions(now, entry.permissions())))
                .orElseGet(() -> error(404, "There is no such company.", "NOT_FOUND"));
    }

    private static Answer impersonation(Call call, Server now) {
        String token = call.json().map(body -> body.path("token").asText("")).orElse("");
        return now.licenses.impersonation(token).map(found -> {
            Account account = now.licenses.account(found.username()).orElseThrow();
            Map<String, String> answer = new LinkedHashMap<>();
            answer.put("token", token);
            answer.put("auth_token", now.licenses.token(account, found.application())
                    .orElseGet(() -> now.licenses.enter(account, found.application())));
            answer.put("user", account.username);
            answer.put("company", found.company());
            return told(now, answer);
        }).orElseGet(() -> error(404, "The token is unknown.", "NOT_FOUND"));
    }

    private static Answer error(int status, String message, String code) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("message", message);
        body.put("error_code", code);
        return Answer.json(status, body);
    }

    private static Answer page(int status) {
        return Answer.text(status, "text/html", "<!DOCTYPE html><html><head><title>" + status + "</title></head><body><h1>" + status
                + "</h1></body></html>\n");
    }
}
