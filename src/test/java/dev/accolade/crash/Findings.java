package dev.accolade.crash;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.sandbox.SandboxCredentials;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the targets have that they should not, and lack that they should have, asked over their own APIs.
 *
 * @param duplicates assertions or clients beyond the one a person has earned, revoked ones included
 * @param lost       earned and not there
 * @param wrong      there and not earned, or other than it should be
 */
record Findings(List<String> duplicates, List<String> lost, List<String> wrong) {

    private static final String FORM = "application/x-www-form-urlencoded";

    static Findings none() {
        return new Findings(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    static Findings of(Town town) {
        Findings findings = none();
        findings.badges(town);
        findings.clients(town);
        return findings;
    }

    void add(Findings more) {
        duplicates.addAll(more.duplicates);
        lost.addAll(more.lost);
        wrong.addAll(more.wrong);
    }

    boolean isClean() {
        return duplicates.isEmpty() && lost.isEmpty() && wrong.isEmpty();
    }

    /** The numbers, with the first of each where there are any. */
    String summary() {
        String numbers = "duplicates " + duplicates.size() + ", lost " + lost.size() + ", wrong " + wrong.size();
        return isClean() ? numbers : numbers + ": " + java.util.stream.Stream.of(duplicates, lost, wrong).flatMap(all -> all.stream().limit(5)).toList();
    }

    private void badges(Town town) {
        String token = "Bearer " + town.request("POST", "/badgr/o/token", "grant_type=password&client_id=public&scope=rw:profile%20rw:issuer&username="
                + SandboxCredentials.BADGR_USERNAME.replace("@", "%40") + "&password=" + SandboxCredentials.BADGR_PASSWORD, "Content-Type", FORM).path("access_token").asText();
        for (JsonNode badge : town.request("GET", "/badgr/v2/badgeclasses", "", "Authorization", token, "Accept", "application/json").path("result")) {
            Map<String, List<JsonNode>> byEmail = new LinkedHashMap<>();
            town.request("GET", "/badgr/v2/badgeclasses/" + badge.path("entityId").asText() + "/assertions?include_revoked=1&include_expired=1", "",
                    "Authorization", token, "Accept", "application/json").path("result")
                    .forEach(one -> byEmail.computeIfAbsent(one.path("recipient").path("plaintextIdentity").asText(), email -> new ArrayList<>()).add(one));
            compare(town, badge.path("name").asText(), byEmail);
            byEmail.values().forEach(all -> ends(town, badge.path("name").asText(), all));
        }
    }

    /** A maker's badge that is still earned was renewed in time, and with it only its end. */
    private void ends(Town town, String badge, List<JsonNode> all) {
        all.stream().filter(one -> badge.equals(Deserts.MAKER) && !one.path("revoked").asBoolean() && isOver(one, town.clock.instant().plus(Town.LASTING)))
                .forEach(one -> wrong.add(badge + " " + one.path("entityId").asText() + " ends " + one.path("expires").asText()));
    }

    private static boolean isOver(JsonNode assertion, Instant when) {
        return assertion.hasNonNull("expires") && Instant.parse(assertion.path("expires").asText()).isBefore(when);
    }

    private static boolean isLive(JsonNode assertion, Instant now) {
        return !assertion.path("revoked").asBoolean() && !isOver(assertion, now);
    }

    private void compare(Town town, String badge, Map<String, List<JsonNode>> byEmail) {
        Instant now = town.clock.instant();
        Set<String> earned = town.deserts.holders(badge);
        byEmail.forEach((email, all) -> {
            long live = all.stream().filter(one -> isLive(one, now)).count();
            for (long more = Math.max(all.size() - Math.max(1, town.deserts.made(badge, email)), live - 1); more > 0; more--) {
                duplicates.add(badge + " of " + email);
            }
            if (live > 0 && !earned.contains(email)) {
                wrong.add(badge + " of " + email);
            }
        });
        earned.stream().filter(email -> byEmail.getOrDefault(email, List.of()).stream().noneMatch(one -> isLive(one, now)))
                .forEach(email -> lost.add(badge + " of " + email));
    }

    private void clients(Town town) {
        Map<String, List<JsonNode>> byKey = clientsByKey(town);
        town.strangersClients.forEach(byKey::remove);
        town.deserts.clients().forEach((user, scopes) -> compare(user, scopes, byKey.getOrDefault(Seeds.key(user), List.of())));
        town.deserts.clients().keySet().forEach(user -> byKey.remove(Seeds.key(user)));
        byKey.forEach((key, all) -> wrong.add("client " + key));
    }

    /** All clients of the organisation by their key, those of others too. */
    static Map<String, List<JsonNode>> clientsByKey(Town town) {
        String login = "Basic " + Base64.getEncoder().encodeToString((SandboxCredentials.LEARNING_LOCKER_KEY + ":" + SandboxCredentials.LEARNING_LOCKER_SECRET)
                .getBytes(StandardCharsets.UTF_8));
        Map<String, List<JsonNode>> byKey = new LinkedHashMap<>();
        town.request("GET", "/learning-locker/api/v2/client", "", "Authorization", login)
                .forEach(one -> byKey.computeIfAbsent(one.path("api").path("basic_key").asText(), key -> new ArrayList<>()).add(one));
        return byKey;
    }

    private void compare(String user, Set<String> scopes, List<JsonNode> all) {
        for (int more = 1; more < all.size(); more++) {
            duplicates.add("client of " + user);
        }
        if (all.isEmpty()) {
            lost.add("client of " + user);
            return;
        }
        JsonNode client = all.get(0);
        if (!scopes.isEmpty() && !client.path("isTrusted").asBoolean()) {
            lost.add("client of " + user + " is disabled");
        } else if (client.path("isTrusted").asBoolean() && !scopes.equals(texts(client.path("scopes")))) {
            wrong.add("client of " + user + " may " + texts(client.path("scopes")));
        }
        if (!client.path("authority").toString().contains(user)) {
            wrong.add("client of " + user + " stands for " + client.path("authority"));
        }
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
