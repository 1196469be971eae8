package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** {@code /sandbox/badgr/...}: settings, sudden death of tokens, a row deleted behind the back of all, and a count of what is there. */
final class Controls {

    private static final String ASSERTIONS = "/assertions/";

    private final Router router;

    Controls(Router router) {
        this.router = router;
    }

    /** Empty for an unknown control. */
    Optional<Answer> answer(Call call) {
        return switch (call.method() + " " + call.path()) {
            case "POST /settings" -> Optional.of(change(call));
            case "GET /settings" -> Optional.of(Answer.json(200, router.world().settings.json()));
            case "POST /expire-tokens" -> Optional.of(router.alone(Controls::expireTokens));
            case "GET /summary" -> Optional.of(Answer.json(200, router.alone(Controls::summary)));
            default -> call.method().equals("DELETE") && call.path().startsWith(ASSERTIONS)
                    ? Optional.of(router.alone(world -> delete(world, call.path().substring(ASSERTIONS.length()))))
                    : router.alone(world -> new RightControls(world).answer(call));
        };
    }

    private static Answer delete(World world, String id) {
        Optional<Assertion> found = world.assertions.byId(id);
        found.ifPresent(world::remove);
        return found.isPresent() ? Answer.empty(204) : Answer.text(404, "text/plain", "There is no assertion with this id.\n");
    }

    private Answer change(Call call) {
        Optional<JsonNode> changes = call.json().filter(JsonNode::isObject);
        if (changes.isEmpty()) {
            return Answer.text(400, "text/plain", "POST a JSON object with any of accessTokenSeconds, sliding, backoffPeriodSeconds, "
                    + "backoffMaximumSeconds, scopes (strict or lax), issueDelayMillis, failAfterItems (null for never).\n");
        }
        try {
            return Answer.json(200, router.alone(world -> {
                world.settings = world.settings.with(changes.get());
                return world.settings.json();
            }));
        } catch (IllegalArgumentException wrong) {
            return Answer.text(400, "text/plain", wrong.getMessage() + ". Nothing was changed.\n");
        }
    }

    /** Refresh tokens live on. */
    private static Answer expireTokens(World world) {
        Instant now = world.now();
        world.tokens.all().stream().filter(token -> token.alive(now)).forEach(token -> token.expires = now);
        return Answer.empty(204);
    }

    private static ObjectNode summary(World world) {
        Instant now = world.now();
        Collection<Assertion> all = world.assertions.all().stream().filter(assertion -> !assertion.orphaned).toList();
        return Json.object().put("assertions", all.stream().filter(assertion -> assertion.live(now)).count())
                .put("revoked", all.stream().filter(Assertion::revoked).count())
                .put("badgeClasses", world.classes.size()).put("issuers", world.issuers.size())
                .put("duplicates", world.assertions.duplicates(world.classes.values(), now));
    }
}
