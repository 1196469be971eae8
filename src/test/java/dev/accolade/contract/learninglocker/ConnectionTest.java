package dev.accolade.contract.learninglocker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConnectionTest {

    @RegisterExtension
    static final Installation LOCKER = new Installation();

    private String name;

    @BeforeEach
    void makeTwelve() {
        name = "walk " + Installation.unique();
        for (int i = 0; i < 12; i++) {
            LOCKER.made("{\"title\":\"" + name + " " + (char) ('A' + (i * 5) % 12) + "\"}");
        }
    }

    private JsonNode page(String more) {
        return LOCKER.managing("GET", "/connection/client?filter=" + Ask.encoded("{\"title\":{\"$regex\":\"^" + name + "\"}}") + more).said().json();
    }

    private static String after(JsonNode page) {
        return "&after=" + Ask.encoded(page.at("/pageInfo/endCursor").asText());
    }

    private static JsonNode opened(JsonNode cursor) {
        return Said.read(new String(Base64.getDecoder().decode(cursor.asText()), StandardCharsets.UTF_8));
    }

    @Test
    @Tag("learning-locker-12")
    void givesTenToAPageWhenNoSizeIsAsked() {
        assertThat(page("").path("edges")).hasSize(10);
        assertThat(page("&first=100").path("edges")).hasSize(12);
        assertThat(page("&first=0").path("edges")).hasSize(12);
    }

    @Test
    @Tag("learning-locker-83")
    void walksForwardsByIdAndSaysWhereItIs() {
        List<String> ids = new ArrayList<>();
        JsonNode page = page("&first=5");
        assertThat(page.at("/pageInfo/hasPreviousPage").booleanValue()).isFalse();
        page.path("edges").forEach(edge -> ids.add(edge.at("/node/_id").asText()));
        while (page.at("/pageInfo/hasNextPage").booleanValue()) {
            page = page("&first=5" + after(page));
            assertThat(page.at("/pageInfo/hasPreviousPage").booleanValue()).isTrue();
            page.path("edges").forEach(edge -> ids.add(edge.at("/node/_id").asText()));
        }
        assertThat(ids).hasSize(12).isSorted().doesNotHaveDuplicates();
        assertThat(opened(page.at("/pageInfo/endCursor"))).isEqualTo(Said.read("{\"_id\":\"" + ids.get(11) + "\"}"));
        assertThat(opened(page.at("/edges/0/cursor"))).isEqualTo(Said.read("{\"_id\":\"" + ids.get(10) + "\"}"));
    }

    @Test
    @Tag("learning-locker-84")
    void marksAnEmptyPageWithEmptyCursors() {
        assertThat(page("&first=100" + after(page("&first=100")))).isEqualTo(Said.read("{\"edges\":[],\"pageInfo\":{\"hasNextPage\":false,"
                + "\"hasPreviousPage\":true,\"startCursor\":\"e30=\",\"endCursor\":\"e30=\"}}"));
    }

    @Test
    @Tag("learning-locker-85")
    void losesItsPlaceWhenTheSortKeyIsNotShown() {
        String sorted = "&first=2&sort=" + Ask.encoded("{\"title\":1}") + "&project=" + Ask.encoded("{\"isTrusted\":1}");
        JsonNode page = page(sorted);

        assertThat(page.at("/pageInfo/endCursor").asText()).isEqualTo("e30=");
        assertThat(page.at("/pageInfo/hasNextPage").booleanValue()).isTrue();
        assertThat(page(sorted + after(page)).path("edges")).isEmpty();
    }

    @Test
    @Tag("learning-locker-88")
    void sortsByMoreThanOneKeyAndPutsThemIntoTheCursor() {
        String sorted = "&first=2&sort=" + Ask.encoded("{\"title\":-1,\"_id\":1}") + "&project=" + Ask.encoded("{\"title\":1}");
        JsonNode first = page(sorted);
        JsonNode second = page(sorted + after(first));

        assertThat(first.at("/edges/0/node/title").asText()).isEqualTo(name + " L");
        assertThat(opened(first.at("/edges/0/cursor")).path("title").asText()).isEqualTo(name + " L");
        assertThat(second.at("/edges/0/node/title").asText()).isEqualTo(name + " J");
        assertThat(first.at("/edges/0/node").size()).isEqualTo(3);
    }

    @Test
    @Tag("learning-locker-87")
    void goesBackwardsFromTheVeryBeginning() {
        JsonNode all = page("&first=100");
        JsonNode before = page("&first=2&before=" + Ask.encoded(all.at("/edges/9/cursor").asText()));

        assertThat(before.at("/edges/0/node/_id")).isEqualTo(all.at("/edges/0/node/_id"));
        assertThat(before.path("edges")).hasSize(2);
        assertThat(page("&last=3").path("edges")).hasSize(10);
        assertThat(page("&first=0&last=3").at("/edges/0/node/_id")).isEqualTo(all.at("/edges/0/node/_id"));
    }

    @Test
    @Tag("learning-locker-86")
    void failsOnWhatItCannotRead() {
        Said filter = LOCKER.managing("GET", "/connection/client?filter=%7Bx").said();
        Said cursor = LOCKER.managing("GET", "/connection/client?after=zzz").said();

        assertThat(filter.status()).isEqualTo(500);
        assertThat(filter.json().path("errorId").asText()).hasSize(36);
        assertThat(filter.json().path("message").asText()).isEqualTo("Unexpected token x in JSON at position 1");
        assertThat(cursor.status()).isEqualTo(500);
        assertThat(cursor.json().path("message").asText()).isEqualTo("Cannot read property '_id' of null");
    }

    @Test
    @Tag("learning-locker-89")
    void showsTheSameDocumentAsTheList() {
        JsonNode node = page("&first=1").at("/edges/0/node");

        assertThat(node).isEqualTo(LOCKER.shown(node.path("_id").asText()));
    }
}
