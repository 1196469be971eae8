package dev.accolade.sandbox.fas;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import dev.accolade.sandbox.StandIn;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * FAS2: a session on every answer, a login on every page, errors with status 200, group data that may be old.
 *
 * <p>The seed has {@code settings}, {@code people}, {@code groups}, {@code sessions} and {@code configs}, all optional: see {@link FasSeed}.
 */
public final class FasStandIn implements StandIn {

    private static final String MOUNT = "/accounts";
    private static final Pattern COOKIE = Pattern.compile("(?:^|;)\\s*([^=;\\s]+)=([^;]*)");

    private record Server(State state, Router router) {
    }

    private final Clock clock;
    private volatile Server server;

    public FasStandIn() {
        this(Clock.systemUTC());
    }

    /** A stand-in whose sessions and caches age with the given clock. */
    public FasStandIn(Clock clock) {
        this.clock = clock;
        take(new State(clock, Settings.USUAL));
    }

    @Override
    public String name() {
        return "fas";
    }

    @Override
    public String basePath() {
        return MOUNT + "/";
    }

    @Override
    public void load(JsonNode seed) {
        take(new FasSeed(clock).read(seed));
    }

    private void take(State fresh) {
        Map<String, Operation> operations = new LinkedHashMap<>(new FrontPages(fresh).operations());
        operations.putAll(new Lookups(fresh).operations());
        operations.putAll(new PeoplePages(fresh).operations());
        operations.putAll(new GroupPages(fresh).operations());
        operations.putAll(new GroupChanges(fresh).operations());
        operations.putAll(new ConfigPages(fresh).operations());
        server = new Server(fresh, new Router(operations));
    }

    @Override
    public Answer answer(Call call) {
        Server server = this.server;
        State now = server.state();
        if (!(call.path() + "/").startsWith(MOUNT + "/")) {
            return Answer.text(404, "text/html", "<html><body><h1>Not Found</h1></body></html>\n");
        }
        Map<String, String> cookies = cookies(call);
        String visit = now.visits.enter(Optional.ofNullable(cookies.get("tg-visit")), now.settings().session());
        FasRequest request = now.accounts.reading(() -> request(call, now, visit, cookies));
        Answer answer = server.router().answer(request, now.accounts);
        Answer noted = now.settings().noCookie() ? answer : cookieFirst(answer, "tg-visit=" + visit + "; Path=/");
        return cookies.containsKey("tg_flash") ? noted.with("Set-Cookie", "tg_flash=; Path=/; Max-Age=0") : noted;
    }

    private static Answer cookieFirst(Answer answer, String cookie) {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        headers.add(Map.entry("Set-Cookie", cookie));
        headers.addAll(answer.headers());
        return new Answer(answer.status(), headers, answer.body());
    }

    private static FasRequest request(Call call, State state, String visit, Map<String, String> cookies) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(call.parameters());
        call.form().forEach(parameters::put);
        Optional<FasPerson> person = new Login(state).person(call, parameters, visit);
        boolean tried = Login.tried(parameters);
        boolean tgFormat = parameters.getOrDefault("tg_format", List.of()).contains("json");
        String accept = call.header("accept").orElse("");
        boolean json = tgFormat || accept.contains("application/json") || accept.contains("text/javascript");
        List.of("user_name", "password", "login", "otp", "_csrf_token", "tg_format", "tg_random").forEach(parameters::remove);
        return new FasRequest(decoded(call.path().substring(MOUNT.length())), parameters, person.map(Caller::of).orElse(Caller.ANONYMOUS),
                tried, json, tgFormat, visit, call.base() + MOUNT + "/", call.header("referer"),
                Optional.ofNullable(cookies.get("tg_flash")).map(FasStandIn::decoded).filter(text -> !text.isEmpty()));
    }

    private static Map<String, String> cookies(Call call) {
        Map<String, String> cookies = new LinkedHashMap<>();
        Matcher pair = COOKIE.matcher(String.join("; ", call.headers().getOrDefault("cookie", List.of())));
        while (pair.find()) {
            cookies.put(pair.group(1), pair.group(2));
        }
        return cookies;
    }

    private static String decoded(String text) {
        String trimmed = text.startsWith("/") ? text.substring(1) : text;
        try {
            return URLDecoder.decode(trimmed.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEscape) {
            return trimmed;
        }
    }

    @Override
    public Answer control(Call call) {
        return new FasControls(server.state()).answer(call);
    }
}
