package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.ledger.view.ShownChange;
import dev.accolade.ledger.view.Status;
import dev.accolade.model.ChangeKind;
import dev.accolade.model.Reason;
import dev.accolade.model.WaitingFor;
import dev.accolade.sandbox.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExclusionTest {

    private static final String RULE = """
              - id: packager
                when: {source: fedora, group: packager}
                award: {target: badges, issuer: Fedora Project, badge: Packager}
                on-leave: {do: revoke, after: P7D}
            """;
    private static final String EXCLUDE = """
            version: 1
            exclude:
              - {source: fedora, status: [bot, inactive, admin_disabled]}
              - {source: fedora, group: design}
            rules:
            """ + RULE;

    @TempDir
    Path folder;
    final SettableClock clock = new SettableClock();
    World world;

    @BeforeEach
    void open() {
        world = new World(folder);
        world.rules(EXCLUDE);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whoIsDisabledLosesAsWhoLeftDoesAndHasItAnewWhenThatIsOver() {
        String member = MainJobTest.packager();
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            int badges = world.liveBadges();
            assertThat(badges).isGreaterThan(10);
            world.control("PUT", "fas/people/" + member + "/status", "{\"status\":\"admin_disabled\"}");
            World.sync(accolade);
            assertThat(removals(accolade)).singleElement().satisfies(change -> {
                assertThat(change.reason()).isEqualTo(Reason.EXCLUDED);
                assertThat(change.waitingFor()).contains(WaitingFor.GRACE);
                assertThat(change.evidence()).containsEntry("excludedBy", "status admin_disabled or bot or inactive in fedora");
            });
            clock.forward(Duration.ofDays(8));
            World.sync(accolade);
            assertThat(world.liveBadges()).isEqualTo(badges - 1);
            world.control("PUT", "fas/people/" + member + "/status", "{\"status\":\"active\"}");
            World.sync(accolade);
            assertThat(world.liveBadges()).isEqualTo(badges);
        }
    }

    @Test
    void aReadOfThePeopleThatFailsExcludesNobodyAndGivesNobodyAnything() {
        String member = MainJobTest.packager();
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            int badges = world.liveBadges();
            world.control("PUT", "fas/people/" + member + "/status", "{\"status\":\"bot\"}");
            world.sandbox.faults().add(Fault.of("fas", Fault.Kind.STATUS).onPath("user/list"));
            for (int day = 0; day < 3; day++) {
                World.sync(accolade);
                clock.forward(Duration.ofDays(1));
            }
            assertThat(removals(accolade)).isEmpty();
            assertThat(world.liveBadges()).isEqualTo(badges);
            assertThat(accolade.stoppedRules()).anySatisfy(problem -> assertThat(problem).contains("line 3", "no recent read lists the people of source fedora"));
        }
    }

    @Test
    void removalsThatANewExclusionCausesWaitForAnApproval() {
        world.rules("version: 1\nrules:\n" + RULE);
        int badges;
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            badges = world.liveBadges();
        }
        world.rules(EXCLUDE);
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            clock.forward(Duration.ofDays(30));
            World.sync(accolade);
            assertThat(world.liveBadges()).isEqualTo(badges);
            assertThat(removals(accolade)).isNotEmpty().allSatisfy(change -> {
                assertThat(change.waitingFor()).contains(WaitingFor.APPROVAL);
                assertThat(change.evidence()).containsKey("excludedBy");
            });
            accolade.ledger().approvals().approve(accolade.ledger().approvals().held(), "tester", clock.instant().plus(Duration.ofHours(1)));
            accolade.push();
            assertThat(world.liveBadges()).isLessThan(badges);
        }
    }

    private static List<ShownChange> removals(Accolade accolade) {
        return new Status(accolade.ledger().database()).openChanges(100, 0).stream().filter(change -> change.kind() == ChangeKind.REVOKE).toList();
    }
}
