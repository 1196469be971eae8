package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.plan.ClientKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody else does on Learning Locker to the clients that Accolade made. */
class ClientDriftTest extends TouchedByOthers {

    private static final String RULES = """
            version: 1
            rules:
              - id: writers
                when: {source: fedora, group: docs}
                authorize:
                  target: lrs
                  store: Academy
                  authority: {account: {homePage: "https://accounts.example.org", name: "${member.username}"}}
                  scopes: [statements/write]
                on-leave: {do: disable}
            """;

    ClientDriftTest() {
        super(RULES, "docs");
    }

    @Test
    void findsNothingWhereNothingWasChanged() {
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            verify(accolade);
            assertThat(DriftTest.open(accolade)).isEmpty();
        }
    }

    @Test
    void whatSomebodyAlteredOrDisabledIsSaidAndPutBackWhenAsked() {
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            JsonNode before = newcomer();
            String id = before.path("_id").asText();
            others.changeClient(id, "{\"title\":\"Mine now\",\"scopes\":[\"all\"],\"isTrusted\":false,\"authority\":\"{\\\"objectType\\\":\\\"Agent\\\",\\\"mbox\\\":\\\"mailto:x@example.org\\\"}\"}");
            verify(accolade);
            assertThat(DriftTest.open(accolade)).containsExactly("ALTERED {\"differs\":\"authority, scopes, title, usable\"}");
            World.sync(accolade);
            assertThat(others.client(id).path("title").asText()).as("reported only").isEqualTo("Mine now");
            heal(accolade);
            JsonNode after = others.client(id);
            for (String field : List.of("title", "scopes", "isTrusted", "authority", "lrs_id", "api")) {
                assertThat(after.path(field)).as(field).isEqualTo(before.path(field));
            }
            assertThat(DriftTest.open(accolade)).isEmpty();
            verify(accolade);
            assertThat(DriftTest.open(accolade)).isEmpty();
        }
    }

    @Test
    void aRuleThatHealsPutsItBackByItself() {
        world.rules(RULES + "    on-drift: heal\n");
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            int clients = world.enabledClients();
            others.changeClient(newcomer().path("_id").asText(), "{\"isTrusted\":false}");
            verify(accolade);
            accolade.push();
            assertThat(world.enabledClients()).isEqualTo(clients);
            assertThat(world.duplicateClients()).isZero();
        }
    }

    @Test
    void aClientThatWasMovedToAnotherStoreIsAlteredAndNotGone() {
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            JsonNode before = newcomer();
            others.changeClient(before.path("_id").asText(), "{\"lrs_id\":\"acc01ade00000000000000ff\"}");
            verify(accolade);
            assertThat(DriftTest.open(accolade)).containsExactly("ALTERED {\"differs\":\"store\"}");
            heal(accolade);
            assertThat(newcomer().path("lrs_id")).isEqualTo(before.path("lrs_id"));
            assertThat(world.duplicateClients()).isZero();
        }
    }

    @Test
    void aClientThatSomebodyDeletedIsMadeAgainWhenAsked() {
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            int clients = world.enabledClients();
            others.deleteClient(newcomer().path("_id").asText());
            verify(accolade);
            assertThat(DriftTest.open(accolade)).containsExactly("DELETED {}");
            World.sync(accolade);
            assertThat(world.enabledClients()).isEqualTo(clients - 1);
            heal(accolade);
            assertThat(world.enabledClients()).isEqualTo(clients);
            assertThat(DriftTest.open(accolade)).isEmpty();
        }
    }

    @Test
    void aSecondClientUnderOurKeyIsDisabledWhenAskedAndTheOtherStays() {
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            JsonNode first = newcomer();
            String key = first.path("api").path("basic_key").asText();
            others.makeClient("{\"title\":\"again\",\"lrs_id\":\"" + first.path("lrs_id").asText() + "\",\"scopes\":[\"all\"],\"isTrusted\":true,\"api\":{\"basic_key\":\"" + key + "\"}}");
            int clients = world.enabledClients();
            verify(accolade);
            assertThat(DriftTest.open(accolade)).singleElement().asString().startsWith("DUPLICATE");
            heal(accolade);
            assertThat(world.enabledClients()).isEqualTo(clients - 1);
            assertThat(others.client(first.path("_id").asText()).path("isTrusted").asBoolean()).isTrue();
            verify(accolade);
            assertThat(DriftTest.open(accolade)).isEmpty();
        }
    }

    @Test
    void aClientUnderAKeyLikeOursThatThisLedgerNeverHeldIsReportedAndLeftAlone() {
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            String foreign = others.makeClient("{\"title\":\"of another Accolade\",\"lrs_id\":\"acc01ade0000000000000011\",\"scopes\":[\"all\"],\"isTrusted\":true,\"api\":{\"basic_key\":\""
                    + ClientKey.PREFIX + "0123456789abcdef0123456789abcdef\"}}");
            JsonNode before = others.client(foreign);
            verify(accolade);
            assertThat(DriftTest.open(accolade)).containsExactly("ORPHAN {}");
            heal(accolade);
            assertThat(others.client(foreign)).isEqualTo(before);
        }
    }

    @Test
    void whoLeftStaysDisabledThroughALostLedgerAndGetsTheSameClientWhenTheyReturn() {
        String id;
        JsonNode provisioner;
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            id = newcomer().path("_id").asText();
            world.control("DELETE", "fas/groups/docs/members/newcomer", "");
            for (int reads = 0; reads < 2; reads++) {
                clock.forward(Duration.ofMinutes(11));
                World.sync(accolade);
            }
            assertThat(others.client(id).path("isTrusted").asBoolean()).isFalse();
            verify(accolade);
            assertThat(DriftTest.open(accolade)).as("disabled, as it should be").isEmpty();
            provisioner = others.client("acc01ade0000000000000101");
        }
        world.settings.put("accolade.ledger", folder.resolve("new-ledger.db").toString());
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            assertThat(MainJobTest.done(accolade)).containsOnlyKeys("ADOPT");
            verify(accolade);
            assertThat(DriftTest.open(accolade)).isEmpty();
            assertThat(others.client(id).path("isTrusted").asBoolean()).isFalse();
            world.control("PUT", "fas/groups/docs/members/newcomer", "{\"role\":\"user\"}");
            World.sync(accolade);
            assertThat(others.client(id).path("isTrusted").asBoolean()).isTrue();
            assertThat(world.duplicateClients()).isZero();
            assertThat(others.client("acc01ade0000000000000101")).as("theirs").isEqualTo(provisioner);
        }
    }

    /** Only what it shows says that it may do more than was earned; taking that is a removal like any other. */
    @Test
    void aClientThatIsFoundAgainWithMoreScopesThanWereEarnedIsBroughtUpToDateOnceSomebodyApproves() {
        String id;
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            id = newcomer().path("_id").asText();
            others.changeClient(id, "{\"scopes\":[\"statements/write\",\"statements/delete\"]}");
        }
        world.settings.put("accolade.ledger", folder.resolve("new-ledger.db").toString());
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            World.sync(accolade);
            List<Long> held = accolade.ledger().approvals().held();
            assertThat(held).hasSize(1);
            accolade.ledger().approvals().approve(held, "Ada", clock.instant().plus(Duration.ofHours(1)));
            World.sync(accolade);
            assertThat(others.client(id).path("scopes")).singleElement().satisfies(scope -> assertThat(scope.asText()).isEqualTo("statements/write"));
            assertThat(accolade.reconcile().isEmpty()).isTrue();
        }
    }

    @Test
    void aClientOfOursThatSomebodyEnabledAgainAfterItsPersonLeftIsAnOrphan() {
        try (Accolade accolade = world.start(clock)) {
            World.sync(accolade);
            String id = newcomer().path("_id").asText();
            world.control("DELETE", "fas/groups/docs/members/newcomer", "");
            for (int reads = 0; reads < 2; reads++) {
                clock.forward(Duration.ofMinutes(11));
                World.sync(accolade);
            }
            others.changeClient(id, "{\"isTrusted\":true}");
            verify(accolade);
            assertThat(DriftTest.open(accolade)).containsExactly("ORPHAN {}");
            heal(accolade);
            assertThat(others.client(id).path("isTrusted").asBoolean()).isFalse();
            assertThat(DriftTest.open(accolade)).isEmpty();
        }
    }

    private JsonNode newcomer() {
        return others.clients().stream().filter(one -> one.path("title").asText().equals("newcomer")).findFirst().orElseThrow();
    }

    private void verify(Accolade accolade) {
        clock.forward(Duration.ofMinutes(1));
        accolade.verify("lrs", "schedule");
        accolade.reconcile();
    }

    private static void heal(Accolade accolade) {
        accolade.ledger().drifts().heal(List.of("lrs"), "Ada");
        accolade.reconcile();
        accolade.push();
    }
}
