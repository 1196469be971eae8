package dev.accolade.sandbox.learninglocker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientReadsTest {

    private static final String CLIENTS = "/learning-locker/api/v2/client";
    private static final String CONNECTION = "/learning-locker/api/connection/client";

    private final Locker locker = new Locker();

    @BeforeEach
    void makeClients() {
        for (int i = 10; i < 25; i++) {
            locker.made("{\"title\":\"Crew " + i + "\",\"lrs_id\":\"" + Locker.STORE + "\",\"api\":{\"basic_key\":\"accolade-" + i + "\"}}");
        }
    }

    @AfterEach
    void close() {
        locker.close();
    }

    @Test
    void givesTenToAPageWhenNoSizeIsAsked() {
        JsonNode page = locker.get(CONNECTION).body();

        assertThat(page.path("edges")).hasSize(10);
        assertThat(page.path("pageInfo").path("hasNextPage").asBoolean()).isTrue();
    }

    @Test
    void walksAllClientsOnceByTheirCursors() {
        Set<String> seen = new HashSet<>();
        String after = "";
        JsonNode page;
        do {
            page = locker.get(CONNECTION + "?first=4" + after).body();
            page.path("edges").forEach(edge -> assertThat(seen.add(edge.path("node").path("id").asText())).isTrue());
            after = "&after=" + Locker.encoded(page.path("pageInfo").path("endCursor").asText());
        } while (page.path("pageInfo").path("hasNextPage").asBoolean());

        assertThat(seen).hasSize(locker.get(CLIENTS + "/count").body().path("count").asInt());
    }

    @Test
    void endsTheWalkWhenTheProjectionLeavesTheSortKeyOut() {
        String sorted = CONNECTION + "?first=2&sort=" + Locker.encoded("{\"title\":1}") + "&project=" + Locker.encoded("{\"isTrusted\":1}");
        String cursor = locker.get(sorted).body().path("pageInfo").path("endCursor").asText();

        assertThat(cursor).isEqualTo("e30=");
        assertThat(locker.get(sorted + "&after=" + Locker.encoded(cursor)).body().path("edges")).isEmpty();
    }

    @Test
    void rewritesATildeInAQueryButNotInAFilter() {
        String tilde = Locker.encoded("{\"title\":\"~^crew 1[0-2]$\"}");

        assertThat(locker.get(CLIENTS + "?query=" + tilde).body()).hasSize(3);
        assertThat(locker.get(CONNECTION + "?filter=" + tilde).body().path("edges")).isEmpty();
    }

    @Test
    void findsAClientByItsKey() {
        JsonNode found = locker.get(CONNECTION + "?filter=" + Locker.encoded("{\"api.basic_key\":\"accolade-17\"}")).body().path("edges");

        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("node").path("title").asText()).isEqualTo("Crew 17");
    }

    @Test
    void neverFindsAnAuthorityByItsMembers() {
        assertThat(locker.get(CLIENTS + "?query=" + Locker.encoded("{\"authority.mbox\":\"mailto:hello@learninglocker.net\"}")).body()).isEmpty();
    }

    @Test
    void failsOnABadFilterWithTheWordsOfItsRuntime() {
        Locker.Said said = locker.get(CONNECTION + "?filter=%7Bx");

        assertThat(said.status()).isEqualTo(500);
        assertThat(said.body().path("message").asText()).isEqualTo("Unexpected token x in JSON at position 1");
    }

    @Test
    void saysNotFoundForForeignAndMalformedIds() {
        assertThat(locker.get(CLIENTS + "/5fb900000000000000000102").status()).isEqualTo(404);
        assertThat(locker.get(CLIENTS + "/zzz").body().path("name").asText()).isEqualTo("CastError");
    }

    @Test
    void refusesWithoutAChallenge() {
        Locker.Said said = locker.call("GET", CLIENTS, "", "", "");

        assertThat(said.status()).isEqualTo(401);
        assertThat(said.text()).isEqualTo("Unauthorized");
        assertThat(said.has("WWW-Authenticate")).isFalse();
    }

    @Test
    void looksAtTheContentTypeBeforeTheCredentials() {
        Locker.Said said = locker.said(HttpRequest.newBuilder(locker.request("POST", CLIENTS, "").build().uri())
                .POST(BodyPublishers.ofString("{}")));

        assertThat(said.status()).isEqualTo(400);
        assertThat(said.body().path("description").asText()).isEqualTo("missing_content_type");
    }

    @Test
    void forbidsClientsToAnyoneWithoutTheScopeAll() {
        locker.made("{\"scopes\":[\"xapi/all\"],\"api\":{\"basic_key\":\"small\",\"basic_secret\":\"s\"}}");

        Locker.Said said = locker.call("GET", CLIENTS, "", "small", "s");

        assertThat(said.status()).isEqualTo(403);
        assertThat(said.body().path("message").asText()).isEqualTo("Priviliges not sufficient for this operation");
    }

    @Test
    void countsForTheOperatorWhatAStoreHolds() {
        String id = locker.get(CLIENTS + "?query=" + Locker.encoded("{\"title\":\"Crew 10\"}")).body().get(0).path("_id").asText();
        locker.send("PATCH", CLIENTS + "/" + id, "{\"isTrusted\":false}");

        JsonNode counts = locker.get("/sandbox/learning-locker/summary?store=" + Locker.STORE).body();

        assertThat(counts).isEqualTo(Locker.json("{\"clients\":17,\"enabled\":16,\"disabled\":1,\"accolade\":14,\"duplicates\":0}"));
    }
}
