package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Builds a world from its description; the form is documented in docs/sandbox.md. Beside what recordings have, an issuer may list
 * {@code badgeClasses} and these {@code assertions}; an {@code entityId} that is not given is made.
 */
final class Seed {

    private final JsonNode seed;
    private final World world;

    private Seed(JsonNode seed, World world) {
        this.seed = seed;
        this.world = world;
    }

    /** @throws IllegalArgumentException saying which entry refers to something the seed does not have */
    static World read(JsonNode seed, Clock clock) {
        World world = new World(clock, Settings.DEFAULT.with(seed.path("settings")));
        Seed reading = new Seed(seed, world);
        seed.path("users").forEach(reading::account);
        seed.path("applications").forEach(reading::application);
        seed.path("issuers").forEach(reading::issuer);
        return world;
    }

    private void account(JsonNode user) {
        String common = seed.path("password").asText("").split(",", 2)[0].strip();
        world.accounts.add(new Account(id(user), user.path("email").asText(), user.path("verified").asBoolean(true),
                user.path("firstName").asText(""), user.path("lastName").asText(""), Json.text(user, "password").orElse(common)));
    }

    private void application(JsonNode application) {
        Set<String> scopes = new LinkedHashSet<>();
        application.path("scopes").forEach(scope -> scopes.add(scope.asText()));
        String clientId = application.path("client_id").asText();
        world.applications.put(clientId, new Application(clientId, Json.text(application, "name").orElse(clientId),
                application.path("type").asText("public").equals("confidential"), application.path("secret").asText(""),
                application.path("grant").asText("password"), scopes, application.path("issue_refresh_token").asBoolean(true),
                Json.text(application, "user").map(this::account)));
    }

    private void issuer(JsonNode described) {
        Account creator = account(described.path("createdBy").asText());
        Issuer issuer = new Issuer(id(described), creator.id(), world.stamp());
        issuer.name = described.path("name").asText();
        issuer.email = Json.text(described, "email").orElse(creator.email());
        issuer.url = described.path("url").asText("https://example.org");
        issuer.description = Json.text(described, "description");
        issuer.picture = Json.text(described, "image").map(image -> picture(image, "issuers/issuer_logo"));
        described.path("staff").forEach(member -> issuer.staff.put(account(member.path("user").asText()).id(), role(member)));
        if (issuer.staff.isEmpty()) {
            issuer.staff.put(creator.id(), Role.OWNER);
        }
        world.add(issuer);
        described.path("badgeClasses").forEach(badgeClass -> badgeClass(issuer, badgeClass));
    }

    private void badgeClass(Issuer issuer, JsonNode described) {
        String creator = Json.text(described, "createdBy").map(email -> account(email).id()).orElse(issuer.createdBy);
        BadgeClass badgeClass = new BadgeClass(id(described), creator, issuer, world.stamp());
        badgeClass.name = described.path("name").asText();
        badgeClass.description = described.path("description").asText(badgeClass.name);
        badgeClass.criteriaNarrative = Json.text(described, "criteriaNarrative");
        badgeClass.criteriaUrl = Json.text(described, "criteriaUrl");
        badgeClass.picture = Optional.of(picture(Json.text(described, "image").orElse(Picture.DEFAULT), "badges/issuer_badgeclass"));
        if (described.path("tags") instanceof ArrayNode tags) {
            badgeClass.tags = tags.deepCopy();
        }
        if (described.path("expires") instanceof ObjectNode expires) {
            badgeClass.expires.setAll(expires);
        }
        world.add(badgeClass);
        described.path("assertions").forEach(assertion -> assertion(badgeClass, assertion));
    }

    private void assertion(BadgeClass badgeClass, JsonNode described) {
        JsonNode who = described.path("recipient");
        String type = who.path("type").asText("email");
        String identity = who.isTextual() ? who.textValue() : who.path("identity").asText();
        boolean hashed = who.path("hashed").asBoolean(type.equals("email") || type.equals("telephone"));
        String creator = Json.text(described, "createdBy").map(email -> account(email).id()).orElse(badgeClass.createdBy);
        Assertion assertion = new Assertion(id(described), creator, badgeClass, world.stamp(), Recipient.of(identity, type, hashed));
        moment(described, "issuedOn").ifPresent(issuedOn -> assertion.issuedOn = issuedOn);
        assertion.expires = moment(described, "expires");
        assertion.narrative = Json.text(described, "narrative");
        assertion.acceptance = described.path("acceptance").asText(assertion.acceptance);
        assertion.evidence = StreamSupport.stream(described.path("evidence").spliterator(), false)
                .map(one -> new Evidence(Json.text(one, "url"), Json.text(one, "narrative"))).toList();
        if (described.path("revoked").asBoolean()) {
            assertion.revocation = Optional.of(described.path("revocationReason").asText("revoked before"));
        }
        world.add(assertion);
    }

    private Account account(String email) {
        return world.accounts.byEmail(email).orElseThrow(() -> new IllegalArgumentException(
                "an issuer, badge class, assertion or application of the seed names a user that is not among its users"));
    }

    private Picture picture(String dataUri, String shelf) {
        return world.keep(Picture.read(dataUri, shelf)
                .orElseThrow(() -> new IllegalArgumentException("a picture of the seed is neither PNG nor SVG")));
    }

    private static Role role(JsonNode member) {
        return Role.of(member.path("role").asText("staff"))
                .orElseThrow(() -> new IllegalArgumentException("a role of the seed is none of owner, editor and staff"));
    }

    private static String id(JsonNode described) {
        return Json.text(described, "entityId").orElseGet(Identifiers::entity);
    }

    private static Optional<Instant> moment(JsonNode described, String name) {
        return Json.text(described, name)
                .map(text -> Moments.read(text).orElseThrow(() -> new IllegalArgumentException(name + " is no time: " + text)));
    }
}
