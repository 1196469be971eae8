package dev.accolade.contract.learninglocker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AddressTest {

    @RegisterExtension
    static final Installation LOCKER = new Installation();

    @Test
    @Tag("learning-locker-16")
    void hasTheConnectionOutsideOfV2() {
        Said said = LOCKER.managing("GET", "/v2/connection/client").said();

        assertThat(said.status()).isEqualTo(404);
        assertThat(said.type()).isEqualTo("text/html");
        assertThat(LOCKER.managing("GET", "/connection/client?first=1").said().status()).isEqualTo(200);
    }

    @Test
    @Tag("learning-locker-17")
    void readsPathsInAnyCaseAndWithASlashAtTheEnd() {
        for (String path : new String[] {"/v2/Client", "/v2/CLIENT/", "/connection/Client", "/V2/client/" + LOCKER.named("manager") + "/"}) {
            assertThat(LOCKER.managing("GET", path).said().status()).as(path).isEqualTo(200);
        }
    }

    @Test
    @Tag("learning-locker-18")
    void saysThatItLivesAndItsVersionToAnybody() {
        Said alive = LOCKER.api("GET", "/").said();

        assertThat(alive.status()).isEqualTo(200);
        assertThat(alive.text()).isEqualTo("OK");
        assertThat(LOCKER.api("GET", "/app/version").said().json().path("tag").asText()).startsWith("v");
    }

    @Test
    @Tag("learning-locker-19")
    void answersUnknownRoutesWithAPage() {
        for (String path : new String[] {"/nothing", "/v2/nothing", "/connection/nothing"}) {
            Said said = LOCKER.managing("GET", path).said();
            assertThat(said.status()).isEqualTo(404);
            assertThat(said.type()).isEqualTo("text/html");
        }
    }

    @Test
    @Tag("learning-locker-65")
    void hasNoPatchOrPutForTheCollectionAndOnlyReadsTheConnection() {
        for (Ask ask : new Ask[] {LOCKER.managing("PATCH", "/v2/client"), LOCKER.managing("PUT", "/v2/client"), LOCKER.managing("POST", "/connection/client")}) {
            Said said = ask.json("{\"title\":\"x\"}").said();
            assertThat(said.status()).isEqualTo(404);
            assertThat(said.type()).isEqualTo("text/html");
        }
    }

    @Test
    @Tag("learning-locker-66")
    void tellsAnybodyWhatTheCollectionAllows() {
        Said said = LOCKER.api("OPTIONS", "/v2/client").said();

        assertThat(said.status()).isEqualTo(200);
        assertThat(said.header("Allow")).contains("GET,HEAD,POST,DELETE");
        assertThat(said.text()).isEqualTo("GET,HEAD,POST,DELETE");
    }

    @Test
    @Tag("learning-locker-69")
    void forbidsCachingAndStillAnswersThatNothingChanged() {
        Said said = LOCKER.managing("GET", "/v2/client/" + LOCKER.named("manager") + "?select=title").said();

        assertThat(said.header("Cache-Control")).contains("no-cache, no-store, must-revalidate");
        assertThat(said.header("Pragma")).contains("no-cache");
        assertThat(said.header("Expires")).contains("0");
        assertThat(said.header("Access-Control-Allow-Origin")).contains("*");
        assertThat(said.header("ETag").orElseThrow()).startsWith("W/\"");
        assertThat(LOCKER.managing("GET", "/v2/client/" + LOCKER.named("manager") + "?select=title").header("If-None-Match", said.header("ETag").orElseThrow())
                .said().status()).isEqualTo(304);
        String made = LOCKER.made("{\"title\":\"one\"}").path("_id").asText();
        assertThat(LOCKER.managing("PATCH", "/v2/client/" + made).header("If-Match", "\"other\"").json("{\"title\":\"two\"}").said().status()).isEqualTo(200);
    }

    @Test
    @Tag("learning-locker-70")
    void answersAHeadWithoutABody() {
        Said said = LOCKER.managing("HEAD", "/v2/client").said();

        assertThat(said.status()).isEqualTo(200);
        assertThat(said.text()).isEmpty();
    }

    @Test
    @Tag("learning-locker-27")
    void treatsDocumentsOfOtherOrganisationsAsAbsent() {
        String far = LOCKER.named("far.client");

        assertThat(LOCKER.managing("GET", "/v2/client/" + far).said().status()).isEqualTo(404);
        assertThat(LOCKER.managing("PATCH", "/v2/client/" + far).json("{\"title\":\"mine\"}").said().status()).isEqualTo(404);
        assertThat(LOCKER.managing("DELETE", "/v2/client/" + far).said().status()).isEqualTo(404);
        assertThat(LOCKER.managing("GET", "/v2/client?select=title").said().text()).doesNotContain(far);
    }
}
