package dev.accolade.sandbox.cloudspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import dev.accolade.sandbox.PathParts;
import dev.accolade.sandbox.SeedNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Cloudspot's operators do on its pages, below {@code /sandbox/cloudspot/}; each change is told to the applications' webhooks. */
final class CloudspotControls {

    private static final Answer DONE = Answer.empty(204);

    private final Licenses licenses;
    private final Deliveries deliveries;
    private final Events events;

    CloudspotControls(Licenses licenses, Deliveries deliveries) {
        this.licenses = licenses;
        this.deliveries = deliveries;
        this.events = new Events(licenses, deliveries);
    }

    Answer answer(Call call) {
        SeedNode body = new SeedNode(call.json().filter(JsonNode::isObject).orElse(JsonNodeFactory.instance.objectNode()), "");
        try {
            return switch (call.method() + " " + String.join("/", PathParts.of(call.path()))) {
                case "POST webhook" -> webhook(body);
                case "PUT permissions" -> permissions(body);
                case "POST users" -> createUser(body);
                case "PUT email" -> email(body);
                case "PUT pin" -> pin(body);
                case "POST expire" -> expire(body);
                case "POST settings" -> settings(body);
                case "GET deliveries" -> Answer.json(200, Map.of("deliveries", deliveries.shown()));
                case "GET summary" -> Answer.json(200, Map.of("users", licenses.users(), "applications", licenses.applications()));
                default -> Answer.text(404, "text/plain", "The cloudspot stand-in has no control " + call.method() + " " + call.path() + ".\n");
            };
        } catch (IllegalArgumentException wrong) {
            return Answer.text(400, "text/plain", wrong.getMessage() + "\n");
        }
    }

    private Answer webhook(SeedNode body) {
        Optional<String> url = body.optional("url").filter(text -> !text.isEmpty());
        url.ifPresent(text -> {
            URI address = URI.create(text);
            if (address.getHost() == null || !List.of("http", "https").contains(String.valueOf(address.getScheme()))) {
                throw body.wrong("url", "is not an http address");
            }
        });
        licenses.application(body.text("application"), url);
        return DONE;
    }

    private Answer permissions(SeedNode body) {
        Account account = account(body);
        String company = CloudspotSeed.company(licenses, body);
        List<String> slugs = CloudspotSeed.slugs(body);
        for (String application : applications(body)) {
            licenses.grant(account, application, company, slugs);
            events.permissionsUpdated(account, application, company);
        }
        return DONE;
    }

    /** The application gets a token with the news, as no password will ever reach it. */
    private Answer createUser(SeedNode body) {
        Account account = CloudspotSeed.user(licenses, body);
        for (String application : applications(body)) {
            events.userCreated(account, application, licenses.enter(account, application));
        }
        return Answer.json(201, Map.of("username", account.username));
    }

    private Answer email(SeedNode body) {
        Account account = account(body);
        String before = account.username;
        licenses.rename(account, body.text("email"));
        applications(body).forEach(application -> events.emailUpdated(account, before, application));
        return DONE;
    }

    private Answer pin(SeedNode body) {
        Account account = account(body);
        account.pin = body.optional("pin").filter(text -> !text.isEmpty()).orElse(null);
        applications(body).forEach(application -> events.pinUpdated(account, application));
        return DONE;
    }

    private Answer settings(SeedNode body) {
        licenses.speak(licenses.habits().changed(body));
        return DONE;
    }

    /** The user's tokens die, without any news. */
    private Answer expire(SeedNode body) {
        Account account = account(body);
        applications(body).forEach(application -> licenses.revokeTokens(account, application));
        return DONE;
    }

    private Account account(SeedNode body) {
        String username = body.text("username");
        return licenses.account(username).orElseThrow(() -> body.wrong("username", "there is no user \"" + username + "\""));
    }

    /** The application named, or all. */
    private List<String> applications(SeedNode body) {
        return body.optional("application").map(List::of).orElseGet(licenses::applications);
    }
}
