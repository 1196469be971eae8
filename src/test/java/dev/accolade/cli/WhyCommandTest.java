package dev.accolade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.cli.Shell.Ended;
import dev.accolade.sandbox.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhyCommandTest {

    @TempDir
    Path home;
    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(home);
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void saysWhichRuleEarnsABadgeAndWhatThereIs() {
        shell.run("apply");
        Ended why = shell.run("why", "fedora:ingrid", "Packager");
        assertThat(why.code()).isZero();
        assertThat(why.out()).contains("badges: Fedora Project / Packager", "rule packager:6 holds: administrator in packager of fedora", "1. since ", ", ours)")
                .doesNotContain("Sponsor");
        assertThat(shell.run("why", "fedora:ingrid").out()).contains("Packager", "Sponsor");
        JsonNode generation = shell.run("why", "INGRID.OSTBERG@example.org", "packager", "--output", "json").json().path("answers").path(0).path("generations").path(0);
        assertThat(generation.path("live").asBoolean()).isTrue();
        assertThat(generation.path("remoteId").asText()).hasSize(22);
        assertThat(generation.path("previous").isNull()).isTrue();
    }

    @Test
    void saysWhoIsExcludedByWhichLine() {
        shell.run("apply");
        assertThat(shell.run("why", "fedora:releasebot", "Packager").out()).contains("rule packager:6 excluded by line 9 because of anything in bots of fedora", "never had");
        JsonNode rule = shell.run("why", "fedora:releasebot", "Packager", "--output", "json").json().path("answers").path(0).path("rules").path(0);
        assertThat(rule.path("excludedBy").asInt()).isEqualTo(9);
        assertThat(rule.path("truth").asText()).isEqualTo("FALSE");
    }

    @Test
    void saysWhatNobodyCanSay() {
        shell.run("plan");
        rules("\nrules:", "\nexclude: {source: academy, permission: no_badges}\nrules:");
        rules("except: [{group: bots}", "except: [{group: botz}");
        assertThat(shell.run("why", "fedora:ingrid", "packager").out()).contains("nobody can say now, so nothing is changed: whether line", "botz");
    }

    @Test
    void showsEveryGenerationAndWhyItEnded() {
        rules("on-leave: {do: revoke, reason: No longer a sponsor}", "on-leave: {do: revoke}");
        shell.setting("removal.confirm-after", "PT0S");
        shell.run("apply");
        String ingrid = "/groups/packager/members/ingrid";
        control("DELETE", ingrid, "");
        shell.run("apply");
        shell.run("apply");
        control("PUT", ingrid, "{\"role\":\"sponsor\"}");
        Ended plan = shell.run("plan", "--output", "json");
        assertThat(StreamSupport.stream(plan.json().path("changes").spliterator(), false).filter(change -> change.path("object").asText().endsWith("Sponsor")))
                .singleElement().satisfies(change -> assertThat(change.path("evidence").path("previousWhy").asText()).isEqualTo("no rule earns this any more"));
        shell.run("apply");

        Ended why = shell.run("why", "fedora:ingrid", "Sponsor");
        assertThat(why.out()).contains("1. since ", ", ended ", ": no rule earns this any more (", "2. since ");
        JsonNode generations = shell.run("why", "fedora:ingrid", "Sponsor", "--output", "json").json().path("answers").path(0).path("generations");
        assertThat(generations).hasSize(2);
        assertThat(generations.path(1).path("previous").path("remoteId").asText()).isEqualTo(generations.path(0).path("remoteId").asText());
        assertThat(generations.path(1).path("previous").path("endedWhy").asText()).isEqualTo("LEFT");
        assertThat(shell.run("history", "--person", "fedora:ingrid").out()).contains(", after " + generations.path(0).path("remoteId").asText());
    }

    @Test
    void saysUntilWhenScopesStayThatARuleWithAGraceEarned() throws Exception {
        String client = "authorize: {target: lrs, store: Academy, authority: {account: {homePage: \"https://accounts.example.org\", name: \"${member.username}\"}}, scopes: ";
        Files.writeString(home.resolve("config/rules.yaml"), "version: 1\nrules:\n"
                + "  - {id: writer, when: {source: fedora, group: packager}, " + client + "[statements/write]}, on-leave: {do: disable, after: P7D}}\n"
                + "  - {id: reader, when: {source: fedora, group: docs}, " + client + "[statements/read/mine]}, on-leave: {do: disable}}\n");
        shell.setting("removal.confirm-after", "PT0S");
        control("PUT", "/groups/docs/members/ingrid", "{\"role\":\"user\"}");
        shell.run("apply");
        control("DELETE", "/groups/packager/members/ingrid", "");
        shell.run("apply");
        shell.run("apply");
        assertThat(shell.run("why", "fedora:ingrid").out()).contains("rule reader:4 holds", "rule writer:3 does not hold: not anything in packager of fedora; what it earned stays until ");
        assertThat(shell.run("plan", "--no-pull").out()).contains("Nothing to do");
    }

    @Test
    void saysWhyABadgeStaysThoughNoRuleEarnsIt() {
        shell.setting("removal.confirm-after", "PT0S");
        shell.run("apply");
        control("DELETE", "/groups/docs/members/sakura", "");
        shell.run("apply");
        shell.run("apply");

        assertThat(shell.run("why", "fedora:sakura").out()).contains("rule docs:18 does not hold", "1. since ", "It stays: rule docs:18 lets people keep what it earned them");
        assertThat(shell.run("why", "fedora:sakura", "--output", "json").json().path("answers").path(0).path("note").asText()).startsWith("It stays");
    }

    @Test
    void saysWhyABadgeIsMissingThoughARuleEarnsIt() {
        shell.run("plan");
        assertThat(shell.run("why", "fedora:ingrid", "Packager").out()).contains("holds", "never had", "under way, change 1");
        shell.run("pause", "badges", "--why", "the issuer moves", "--by", "Ada");
        shell.run("apply");
        assertThat(shell.run("why", "fedora:ingrid", "Packager").out()).contains("badges is paused since", "by Ada (the issuer moves)", "accolade resume badges");
        shell.run("resume", "badges");
        shell.run("apply");
        String list = shell.run("why", "fedora:ingrid", "Packager", "--output", "json").json().path("answers").path(0).path("generations").path(0).path("remoteId").asText();
        badgr("/assertions/" + list);
        shell.run("verify");
        shell.run("verify", "--accept", "1", "--by", "Ada");

        assertThat(shell.run("why", "fedora:ingrid", "Packager").out()).contains("holds", "1. since ", "is to stay so: finding 1 was accepted by an operator");
        rules("\nrules:\n", "\nrules:\n  - id: late\n    when: {source: fedora, group: packager}\n    award: {target: badges, issuer: Reef Lab, badge: Diver}\n");
        assertThat(shell.run("why", "fedora:ingrid", "late")).satisfies(why -> assertThat(why.out() + why.err()).contains("rule late:6 holds", "never had", "Nothing is planned for it yet"));
    }

    @Test
    void saysThatAnOperatorDroppedIt() {
        shell.sandbox.faults().add(Fault.of("badgr", Fault.Kind.STATUS).withStatus(503).onMethod("POST").onPath("/assertions$").times(1));
        shell.run("apply");
        String change = shell.run("plan", "--no-pull", "--output", "json").json().path("changes").path(0).path("id").asText();
        String person = shell.run("plan", "--no-pull", "--output", "json").json().path("changes").path(0).path("person").asText();
        shell.run("failures", "drop", change, "--by", "Ada");
        assertThat(shell.run("why", person).out()).contains("dropped, change " + change, "Change " + change + " was dropped by an operator", "accolade failures retry " + change);
    }

    @Test
    void refusesWhatNobodyKnows() {
        shell.run("plan");
        assertThat(shell.run("why", "fedora:nobody").code()).isEqualTo(64);
        assertThat(shell.run("why", "fedora:ingrid", "Packageur")).satisfies(ended -> {
            assertThat(ended.code()).isEqualTo(64);
            assertThat(ended.err()).contains("No rule names 'Packageur'");
        });
    }

    @Test
    void aPlanSaysHowManyPeopleBadgrWillMailForTheFirstTime() {
        Ended plan = shell.run("plan");
        long people = shell.run("plan", "--no-pull", "--output", "json").json().path("mailedForTheFirstTime").path("badges").asLong();
        assertThat(people).isGreaterThan(20);
        assertThat(plan.out()).contains("! " + people + " people will be mailed by Badgr for the first time", "target.badges.first-award-limit");
        shell.run("apply");
        assertThat(shell.run("plan").out()).doesNotContain("for the first time");
    }

    private void rules(String from, String to) {
        Path file = home.resolve("config/rules.yaml");
        try {
            String text = Files.readString(file);
            assertThat(text).contains(from);
            Files.writeString(file, text.replace(from, to));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void control(String method, String path, String json) {
        call(method, "/sandbox/fas" + path, json);
    }

    private void badgr(String path) {
        call("DELETE", "/sandbox/badgr" + path, "");
    }

    private void call(String method, String path, String json) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(shell.sandbox.address() + path)).header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(json)).build();
            assertThat(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode()).isBetween(200, 299);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
