package dev.accolade.sandbox.badgr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.sandbox.badgr.BadgrServer.Got;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private static final String AWARDS = "/v2/badgeclasses/class-1/assertions";
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    private final BadgrServer badgr = new BadgrServer();
    private String token;

    @BeforeEach
    void logIn() {
        token = badgr.access("robot@example.org");
    }

    @AfterEach
    void stop() {
        badgr.close();
    }

    private String path(String address) {
        return address.substring(badgr.address("").toString().length());
    }

    @Test
    void pagesAreLinkedInTheHeaderAndSkipNobodyWhenOthersArrive() {
        List<String> issued = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            issued.add(0, badgr.issue(token, "p" + i + "@example.org"));
        }
        List<String> read = new ArrayList<>();
        Optional<String> next = Optional.of(AWARDS + "?num=2");
        while (next.isPresent()) {
            Got page = badgr.get(token, next.get());
            page.body().path("result").forEach(one -> read.add(one.path("entityId").asText()));
            badgr.issue(token, "late@example.org");
            Matcher link = NEXT.matcher(page.raw().headers().firstValue("Link").orElse(""));
            next = link.find() ? Optional.of(path(link.group(1))) : Optional.empty();
        }
        assertThat(read).isEqualTo(issued);
    }

    @Test
    void withoutNumTheListIsWholeAndHasNoLink() {
        badgr.issue(token, "a@example.org");
        badgr.issue(token, "b@example.org");
        Got all = badgr.get(token, AWARDS);
        assertThat(all.body().path("result")).hasSize(2);
        assertThat(all.raw().headers().firstValue("Link")).isEmpty();
        assertThat(badgr.get(token, AWARDS + "?num=2&cursor=garbage").status()).isEqualTo(404);
    }

    @Test
    void recipientFilterTellsCapitals() {
        badgr.issue(token, "Alice@Example.org");
        assertThat(badgr.get(token, AWARDS + "?recipient=alice@example.org").body().path("result")).hasSize(1);
        assertThat(badgr.get(token, AWARDS + "?recipient=Alice@Example.org").body().path("result")).isEmpty();
        String ofIssuer = "/v2/issuers/issuer-1/assertions?recipient=zoe@example.org&recipient=alice@example.org";
        assertThat(badgr.get(token, ofIssuer).body().path("result")).hasSize(1);
    }

    @Test
    void feedTellsRevocationsSinceItsLastTimestamp() {
        String first = badgr.issue(token, "a@example.org");
        badgr.issue(token, "b@example.org");
        String mark = badgr.get(token, "/v2/assertions/changed").body().path("timestamp").asText().replace("+", "%2B");
        assertThat(badgr.get(token, "/v2/assertions/changed?since=" + mark).body().path("result")).isEmpty();

        badgr.call("DELETE", token, "/v2/assertions/" + first, "{\"revocation_reason\": \"left\"}");
        JsonNode changed = badgr.get(token, "/v2/assertions/changed?since=" + mark).body().path("result");
        assertThat(changed).hasSize(1);
        assertThat(changed.path(0).path("revoked").asBoolean()).isTrue();
    }

    @Test
    void feedPagesByItsBody() {
        badgr.issue(token, "a@example.org");
        badgr.issue(token, "b@example.org");
        JsonNode first = badgr.get(token, "/v2/assertions/changed?num=1").body();
        assertThat(first.path("pagination").path("hasNext").asBoolean()).isTrue();
        Got second = badgr.get(token, path(first.path("pagination").path("nextResults").asText()));
        assertThat(second.first().path("recipient").path("plaintextIdentity").asText()).isEqualTo("b@example.org");
        assertThat(second.body().path("pagination").path("hasNext").asBoolean()).isFalse();
        assertThat(badgr.get(token, "/v2/assertions/changed?since=2020-01-01T00:00:00+00:00").status()).isEqualTo(400);
    }

    @Test
    void withoutAnAcceptHeaderTheTypeIsJsonLd() {
        String id = badgr.issue(token, "alice@example.org");
        Got page = badgr.send(HttpRequest.newBuilder(badgr.address("/public/assertions/" + id)));
        assertThat(page.type()).isEqualTo("application/ld+json");
        assertThat(page.body().path("recipient").path("identity").asText()).startsWith("sha256$").doesNotContain("alice");
        assertThat(badgr.send(HttpRequest.newBuilder(badgr.address("/v2/issuers")).header("Accept", "text/plain")).status()).isEqualTo(406);
    }

    @Test
    void publicPagesLeadBrowsersToTheWebInterface() {
        Got led = badgr.send(HttpRequest.newBuilder(badgr.address("/public/badges/class-1")).header("Accept", "application/json, text/html;q=0.1"));
        assertThat(led.status()).isEqualTo(302);
        assertThat(led.raw().headers().firstValue("Location")).hasValue("https://localhost:4200/public/badges/class-1");
    }

    @Test
    void thePictureOfAnAssertionCarriesIt() {
        String id = badgr.issue(token, "alice@example.org");
        String image = badgr.get(token, "/v2/assertions/" + id).first().path("image").asText();
        Got picture = badgr.send(HttpRequest.newBuilder(URI.create(image)));
        assertThat(picture.type()).isEqualTo("image/png");
        assertThat(picture.raw().body()).contains("openbadges").contains("/public/assertions/" + id);
    }

    @Test
    void theOldFormNamesItsPagesInTheOldForm() {
        String id = badgr.issue(token, "alice@example.org");
        JsonNode old = badgr.get("", "/public/assertions/" + id + "?v=1_1").body();
        assertThat(old.path("@context").asText()).endsWith("/v1");
        assertThat(old.path("uid").asText()).isEqualTo(id);
        assertThat(badgr.get("", path(old.path("badge").asText())).body().path("criteria").isTextual()).isTrue();
    }

    @Test
    void aCollectionIsPublicWhilePublished() {
        String award = badgr.issue(token, "robot@example.org");
        assertThat(badgr.post(token, "/v2/backpack/collections", "{\"name\": \"Mine\", \"assertions\": []}").status()).isEqualTo(500);
        String id = badgr.post(token, "/v2/backpack/collections", "{\"name\": \"Mine\"}").first().path("entityId").asText();
        String address = "/v2/backpack/collections/" + id;
        Got published = badgr.call("PUT", token, address, "{\"name\": \"Mine\", \"published\": true, \"assertions\": [\"" + award + "\"]}");
        String shared = path(published.first().path("share_url").asText());
        assertThat(badgr.get("", shared).body().path("badges")).hasSize(1);
        badgr.call("PUT", token, address, "{\"name\": \"Mine\", \"published\": false}");
        assertThat(badgr.get("", shared).status()).isEqualTo(404);
    }

    @Test
    void slashAtTheEndAndUnknownRoutesAreHtml() {
        for (String path : List.of("/v2/issuers/", "/v2/nothing", "/health/")) {
            Got lost = badgr.get(token, path);
            assertThat(lost.status()).as(path).isEqualTo(404);
            assertThat(lost.type()).as(path).isEqualTo("text/html");
        }
    }

    @Test
    void brokenJsonIsExplainedByPlace() {
        Got refused = badgr.post(token, "/v2/issuers", "{\"name\": ");
        assertThat(refused.body().path("validationErrors").path(0).asText())
                .isEqualTo("JSON parse error - Expecting value: line 1 column 10 (char 9)");
        assertThat(badgr.post(token, "/v2/issuers", "[".repeat(50_000)).status()).isEqualTo(400);
    }

    @Test
    void aMultipartPictureIsTakenLikeADataUri() {
        String body = "--cut\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nDrawn"
                + "\r\n--cut\r\nContent-Disposition: form-data; name=\"description\"\r\n\r\nBy hand"
                + "\r\n--cut\r\nContent-Disposition: form-data; name=\"image\"; filename=\"x.svg\"\r\nContent-Type: image/svg+xml\r\n\r\n"
                + "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x()\"><script>x()</script></svg>\r\n--cut--\r\n";
        Got made = badgr.send(HttpRequest.newBuilder(badgr.address("/v2/issuers/issuer-1/badgeclasses")).header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=cut").POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(made.status()).isEqualTo(201);
        Got picture = badgr.send(HttpRequest.newBuilder(URI.create(made.first().path("image").asText())));
        assertThat(picture.type()).isEqualTo("image/svg+xml");
        assertThat(picture.raw().body()).contains("<svg").doesNotContain("x()");
    }

    @Test
    void recipientSeesAndRejectsItsBadges() {
        String id = badgr.issue(token, "outsider@example.org");
        String mine = badgr.access("outsider@example.org");
        assertThat(badgr.get(mine, "/v2/backpack/assertions").first().path("entityId").asText()).isEqualTo(id);
        assertThat(badgr.call("DELETE", mine, "/v2/backpack/assertions/" + id, "").status()).isEqualTo(204);
        assertThat(badgr.get(mine, "/v2/backpack/assertions").body().path("result")).isEmpty();
        assertThat(badgr.get(token, "/v2/assertions/" + id).first().path("acceptance").asText()).isEqualTo("Rejected");
        assertThat(badgr.post(token, AWARDS, BadgrServer.onceTo("outsider@example.org")).status()).isEqualTo(400);
    }
}
