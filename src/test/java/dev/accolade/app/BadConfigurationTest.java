package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accolade.rules.RuleFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong is named before anything runs, or stops only what it concerns. */
class BadConfigurationTest {

    @TempDir
    Path folder;
    World world;

    @BeforeEach
    void open() {
        world = new World(folder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aMistypedEndpointOptionIsRefusedAtStart() throws IOException {
        routesWith("pull-fas.camel.yaml", "forceRefresh: true", "forceRefrehs: true");
        assertThatThrownBy(() -> world.start(Clock.systemUTC())).hasStackTraceContaining("forceRefrehs");
    }

    @Test
    void aMistypedOperationIsRefusedAtStart() throws IOException {
        routesWith("pull-cave.camel.yaml", "cave:getUsers", "cave:getUsres");
        assertThatThrownBy(() -> world.start(Clock.systemUTC())).hasStackTraceContaining("getUsres");
    }

    @Test
    void noRouteAtAllIsRefusedAtStart() throws IOException {
        Files.createDirectories(folder.resolve("no-routes"));
        world.settings.put("accolade.routes", folder.resolve("no-routes").toString());
        assertThatThrownBy(() -> world.start(Clock.systemUTC())).hasMessageContaining("no route").hasMessageContaining("no-routes");
    }

    @Test
    void rulesWithMistakesAreRefusedAtStart() {
        world.rules("version: 1\nrules:\n  - {id: a, when: {source: fedroa, group: x}, award: {target: badges, issuer: I, badge: B}}\n");
        assertThatThrownBy(() -> world.start(Clock.systemUTC())).isInstanceOf(RuleFileException.class).hasMessageContaining("did you mean 'fedora'");
    }

    @Test
    void aBadgeThatDoesNotExistStopsItsRuleAndNoOther() {
        world.rules("""
                version: 1
                rules:
                  - {id: wrong, when: {source: fedora, group: docs}, award: {target: badges, issuer: Fedora Project, badge: Documentation Wrietr}}
                  - {id: unknown-group, when: {source: fedora, group: dcos}, award: {target: badges, issuer: Fedora Project, badge: Sponsor}}
                  - {id: right, when: {source: fedora, group: packager}, award: {target: badges, issuer: Fedora Project, badge: Packager}}
                """);
        try (Accolade accolade = world.start(Clock.systemUTC())) {
            World.sync(accolade);
            assertThat(world.liveBadges()).isGreaterThan(20);
            assertThat(accolade.stoppedRules()).hasSize(2).anySatisfy(stop -> assertThat(stop).contains("'wrong'", "Documentation Writer"))
                    .anySatisfy(stop -> assertThat(stop).contains("'unknown-group'", "docs"));
        }
    }

    @Test
    void aBadgeNameThatExistsTwiceStopsItsRule() {
        var seed = (com.fasterxml.jackson.databind.node.ObjectNode) dev.accolade.sandbox.community.Community.sample().seed("badgr");
        ((com.fasterxml.jackson.databind.node.ArrayNode) seed.path("issuers").get(0).path("badgeClasses")).addObject().put("name", "Packager").put("description", "again");
        world.sandbox.load("badgr", seed);
        try (Accolade accolade = world.start(Clock.systemUTC())) {
            World.sync(accolade);
            assertThat(accolade.stoppedRules()).anySatisfy(stop -> assertThat(stop).contains("'packager'", "2"));
            assertThat(world.liveBadges()).as("the other rules go on").isGreaterThan(10);
        }
    }

    @Test
    void aTargetThatCannotBeReachedHoldsUpNoOther() {
        world.settings.put("target.badges.url", "http://127.0.0.1:9");
        try (Accolade accolade = world.start(Clock.systemUTC())) {
            world.enrol(accolade);
            World.sync(accolade);
            assertThat(world.enabledClients()).isGreaterThan(3);
            assertThat(accolade.stoppedRules()).isNotEmpty().allSatisfy(stop -> assertThat(stop).contains("badges"));
        }
    }

    @Test
    void aWrongPasswordOfATargetIsSaidAndLosesNothingElse() {
        world.settings.put("target.badges.password", "this-is-wrong");
        try (Accolade accolade = world.start(Clock.systemUTC())) {
            world.enrol(accolade);
            World.sync(accolade);
            assertThat(world.enabledClients()).isGreaterThan(3);
            assertThat(accolade.stoppedRules()).isNotEmpty().noneSatisfy(stop -> assertThat(stop).contains("this-is-wrong"));
        }
    }

    @Test
    void aPersonWithoutMailWaitsAndHoldsUpNobody() {
        try (Accolade accolade = world.start(Clock.systemUTC())) {
            World.sync(accolade);
            var waiting = accolade.ledger().database().read(handle -> handle.createQuery("select waiting_for from change where state = 'WAITING'").mapTo(String.class).list());
            assertThat(waiting).containsExactly("IDENTITY");
            assertThat(world.liveBadges()).isGreaterThan(50);
        }
    }

    private void routesWith(String file, String right, String wrong) throws IOException {
        Path routes = Files.createDirectories(folder.resolve("routes"));
        try (var all = Files.list(Path.of("routes"))) {
            for (Path one : all.toList()) {
                String text = Files.readString(one);
                Files.writeString(routes.resolve(one.getFileName()), one.endsWith(file) ? text.replace(right, wrong) : text);
            }
        }
        world.settings.putAll(Map.of("accolade.routes", routes.toString()));
    }
}
