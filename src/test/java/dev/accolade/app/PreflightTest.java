package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.ledger.view.Barred;
import dev.accolade.ledger.view.ShownChange;
import dev.accolade.ledger.view.Status;
import dev.accolade.model.ChangeKind;
import dev.accolade.model.ChangeState;
import dev.accolade.model.WaitingFor;
import dev.accolade.sandbox.Fault;
import dev.accolade.sandbox.SandboxCredentials;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan tells what its targets would refuse, nothing of that is sent, and everything else is done. */
class PreflightTest {

    private static final String STAFF = "badgr/issuers/Fedora%20Project/staff/" + SandboxCredentials.BADGR_USERNAME;
    private static final String SCOPES = "learning-locker/clients/" + SandboxCredentials.LEARNING_LOCKER_KEY + "/scopes";

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
    void anAccountThatIsNoLongerOnTheStaffAwardsNothingOfThatIssuerAndEverythingOfOthers() {
        try (Accolade accolade = planned()) {
            world.control("DELETE", STAFF, "");
            accolade.reconcile();

            assertThat(open(accolade)).filteredOn(change -> change.objectName().startsWith("Fedora Project")).isNotEmpty()
                    .allSatisfy(change -> assertThat(change.barrier()).get().asString().contains("not on the staff of the issuer"));
            accolade.push();
            assertThat(world.liveBadges()).as("those of the other issuer").isPositive();
            assertThat(open(accolade)).filteredOn(change -> change.waitingFor().filter(WaitingFor.TARGET::equals).isPresent()).isNotEmpty()
                    .allSatisfy(change -> assertThat(change.attempts()).as("never claimed").isZero());

            int before = world.liveBadges();
            world.control("PUT", STAFF, "{\"role\": \"editor\"}");
            World.sync(accolade);
            assertThat(world.liveBadges()).isGreaterThan(before + 40);
            assertThat(barred(accolade)).isEmpty();
        }
    }

    @Test
    void whoIsOnlyStaffMayAwardAndIsToldThatNothingCanBeRevoked() {
        world.rules("""
                version: 1
                rules:
                  - id: packager
                    when: {source: fedora, group: packager}
                    award: {target: badges, issuer: Fedora Project, badge: Packager}
                    on-leave: {do: revoke, after: PT0S, reason: left}
                """);
        world.settings.put("removal.confirm-after", "PT0S");
        try (Accolade accolade = world.start(Clock.systemUTC())) {
            World.sync(accolade);
            world.control("PUT", STAFF, "{\"role\": \"staff\"}");
            world.control("DELETE", "fas/groups/packager/members/ingrid", "");
            world.control("PUT", "fas/groups/packager/members/rasa", "{}");
            int before = world.liveBadges();
            accolade.pull("fedora");
            accolade.pull("fedora");
            accolade.reconcile();
            accolade.push();

            assertThat(barred(accolade)).singleElement().satisfies(barred -> {
                assertThat(barred.kind()).contains(ChangeKind.REVOKE);
                assertThat(barred.changes()).isEqualTo(1);
                assertThat(barred.problem()).contains("is staff of the issuer 'Fedora Project'", "Make it editor");
            });
            assertThat(world.liveBadges()).as("awards go on").isEqualTo(before + 1);
            assertThat(world.revokedBadges()).isZero();

            world.control("PUT", STAFF, "{\"role\": \"editor\"}");
            World.sync(accolade);
            assertThat(world.revokedBadges()).isEqualTo(1);
        }
    }

    @Test
    void aBadgeClassThatIsDeletedLaterStopsItsChangesAlone() {
        try (Accolade accolade = planned()) {
            world.control("DELETE", "badgr/badge-classes/Packager", "");
            accolade.reconcile();
            accolade.push();

            assertThat(barred(accolade)).singleElement().satisfies(barred -> {
                assertThat(barred.objectName()).contains("Fedora Project / Packager");
                assertThat(barred.problem()).contains("is gone", "no such class any more");
            });
            assertThat(world.liveBadges()).isGreaterThan(20);
            assertThat(open(accolade)).filteredOn(change -> change.state() == ChangeState.REFUSED).isEmpty();
        }
    }

    @Test
    void aTokenWithoutTheScopeForIssuersIsToldAsThat() {
        planned().close();
        world.settings.put("target.badges.scope", "rw:backpack");
        try (Accolade accolade = world.start(Clock.systemUTC())) {
            accolade.reconcile();

            assertThat(barred(accolade)).singleElement().satisfies(barred -> {
                assertThat(barred.target()).isEqualTo("badges");
                assertThat(barred.objectName()).isEmpty();
                assertThat(barred.problem()).contains("lacks the scope 'rw:issuer'", "e-mail of its account is not verified");
            });
            accolade.push();
            assertThat(world.liveBadges()).isZero();
        }
    }

    @Test
    void anAccountWithoutAVerifiedAddressAndAnApplicationWithoutTheScopeAreTold() {
        planned().close();
        world.control("PUT", "badgr/users/" + SandboxCredentials.BADGR_USERNAME, "{\"verified\": false}");
        try (Accolade accolade = world.start(Clock.systemUTC())) {
            accolade.reconcile();
            assertThat(barred(accolade)).singleElement().satisfies(barred -> assertThat(barred.problem()).contains("not verified"));
        }
        world.control("PUT", "badgr/applications/public", "{\"scopes\": [\"rw:backpack\"]}");
        try (Accolade accolade = world.start(Clock.systemUTC())) {
            accolade.reconcile();
            assertThat(barred(accolade)).singleElement().satisfies(barred -> assertThat(barred.problem()).contains("may not have the configured scope"));
        }
    }

    @Test
    void aWrongPasswordIsToldAndTheOtherTargetGoesOn() {
        try (Accolade accolade = planned()) {
            assertThat(open(accolade)).isNotEmpty();
        }
        world.settings.put("target.badges.password", "this-is-wrong");
        try (Accolade accolade = world.start(Clock.systemUTC())) {
            accolade.reconcile();
            accolade.push();
            assertThat(barred(accolade)).singleElement().satisfies(barred -> assertThat(barred.problem()).contains("password").doesNotContain("this-is-wrong"));
            assertThat(world.enabledClients()).isPositive();
            assertThat(world.liveBadges()).isZero();
        }
    }

    @Test
    void aClientThatMayNotManageClientsAndAStoreThatIsGoneAreTold() {
        try (Accolade accolade = planned()) {
            world.control("PUT", SCOPES, "[\"xapi/read\"]");
            accolade.reconcile();
            assertThat(barred(accolade)).singleElement().satisfies(barred -> {
                assertThat(barred.target()).isEqualTo("lrs");
                assertThat(barred.problem()).contains("[xapi/read]", "needs 'all'");
            });
            accolade.push();
            assertThat(world.enabledClients()).isZero();
            assertThat(world.liveBadges()).as("the other target").isGreaterThan(50);

            world.control("PUT", SCOPES, "[\"all\"]");
            world.control("DELETE", "learning-locker/stores/Academy", "");
            accolade.reconcile();
            assertThat(barred(accolade)).singleElement().satisfies(barred -> assertThat(barred.problem()).contains("The store 'Academy'", "is gone"));
            accolade.push();
            assertThat(world.enabledClients()).as("no client for a store that is gone").isZero();
        }
    }

    @Test
    void aTargetThatCannotBeAskedKeepsItsPlan() {
        try (Accolade accolade = planned()) {
            world.sandbox.faults().add(Fault.of("badgr", Fault.Kind.STATUS).withStatus(503).onPath("/v2/badgeclasses").times(1));
            accolade.reconcile();

            assertThat(barred(accolade)).isEmpty();
            assertThat(new Status(accolade.ledger().database()).unanswered()).containsOnlyKeys("badges").allSatisfy((target, why) -> assertThat(why).contains("503"));
            accolade.push();
            assertThat(world.liveBadges()).as("the plan stays, and can be done").isGreaterThan(50);
            accolade.reconcile();
            assertThat(new Status(accolade.ledger().database()).unanswered()).isEmpty();
        }
    }

    @Test
    void whatWasRefusedLastTimeStillCountsWhileNobodyCanBeAsked() {
        try (Accolade accolade = planned()) {
            world.control("DELETE", "badgr/badge-classes/Packager", "");
            accolade.reconcile();
            world.sandbox.faults().add(Fault.of("badgr", Fault.Kind.STATUS).withStatus(503).onPath("/v2/issuers").times(1));
            accolade.reconcile();
            assertThat(barred(accolade)).hasSize(1);
        }
    }

    @Test
    void nothingIsAskedWhereNothingIsToBeDoneAndNothingIsEverWrittenToFindOut() {
        try (Accolade accolade = planned()) {
            world.sandbox.faults().add(Fault.of("badgr", Fault.Kind.STATUS).withStatus(500).onMethod("POST").onPath("/v2/"));
            world.sandbox.faults().add(Fault.of("learning-locker", Fault.Kind.STATUS).withStatus(500).onMethod("POST").onPath("client"));
            accolade.reconcile();
            assertThat(new Status(accolade.ledger().database()).unanswered()).isEmpty();
            assertThat(barred(accolade)).isEmpty();
            world.sandbox.faults().clear();
            accolade.push();
            accolade.ledger().database().change(handle -> handle.execute("update change set state = 'SUPERSEDED' where state = 'WAITING'"));
            world.sandbox.faults().add(Fault.of("badgr", Fault.Kind.STATUS).withStatus(503));
            accolade.context().createProducerTemplate().requestBody("direct:preflight", (Object) null);
            assertThat(new Status(accolade.ledger().database()).unanswered()).isEmpty();
        }
    }

    @Test
    void theHistorySaysWhenATargetWouldRefuseAndWhenItWouldNotAnyMore() {
        try (Accolade accolade = planned()) {
            world.control("DELETE", STAFF, "");
            accolade.reconcile();
            accolade.reconcile();
            world.control("PUT", STAFF, "{\"role\": \"editor\"}");
            accolade.reconcile();
            List<String> kinds = accolade.ledger().database().read(handle -> handle.createQuery("select distinct kind from history where actor = 'preflight' order by kind").mapTo(String.class).list());
            assertThat(kinds).containsExactly("BARRED", "UNBARRED");
            assertThat(new dev.accolade.ledger.view.History(accolade.ledger().database()).verify(Optional.empty()).problem()).isEmpty();
        }
    }

    /** Read and planned, nothing done yet. */
    private Accolade planned() {
        Accolade accolade = world.start(Clock.systemUTC());
        world.enrol(accolade);
        accolade.pullAll();
        accolade.reconcile();
        return accolade;
    }

    private static List<Barred> barred(Accolade accolade) {
        return new Status(accolade.ledger().database()).barred();
    }

    private static List<ShownChange> open(Accolade accolade) {
        return new Status(accolade.ledger().database()).openChanges(1_000, 0);
    }
}
