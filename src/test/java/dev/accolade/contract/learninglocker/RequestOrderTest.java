package dev.accolade.contract.learninglocker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RequestOrderTest {

    @RegisterExtension
    static final Installation LOCKER = new Installation();

    @Test
    @Tag("learning-locker-54")
    void looksAtTheBodyFirstThenTheQueryThenTheTypeThenTheLogin() {
        Said body = LOCKER.api("POST", "/v2/client?query=%7Bx").json("{").said();
        Said query = LOCKER.api("POST", "/v2/client?query=%7Bx").header("Content-Type", "text/plain").text("x").said();
        Said type = LOCKER.api("POST", "/v2/client").header("Content-Type", "text/plain").text("x").said();
        Said login = LOCKER.api("POST", "/v2/client").json("{\"scopes\":[\"nope\"]}").said();

        assertThat(body.type()).isEqualTo("text/html");
        assertThat(query.json().path("description").asText()).isEqualTo("invalid_json");
        assertThat(type.json().path("description").asText()).isEqualTo("invalid_content_type");
        assertThat(login.status()).isEqualTo(401);
    }

    @Test
    @Tag("learning-locker-54")
    void looksForTheDocumentBeforeTheChange() {
        assertThat(LOCKER.managing("PATCH", "/v2/client/" + Installation.ABSENT).json("{\"scopes\":[\"nope\"]}").said().status()).isEqualTo(404);
    }

    @Test
    @Tag("learning-locker-55")
    void wantsJsonAndSaysWhatItGotInstead() {
        Said missing = LOCKER.managing("POST", "/v2/client").text("{}").said();
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.json().path("message").asText()).isEqualTo("Bad Request");
        assertThat(missing.json().path("description").asText()).isEqualTo("missing_content_type");
        for (String type : new String[] {"application/x-www-form-urlencoded", "application/merge-patch+json", "text/plain"}) {
            Said said = LOCKER.managing("POST", "/v2/client").header("Content-Type", type).text("{}").said();
            assertThat(said.status()).as(type).isEqualTo(400);
            assertThat(said.json().path("description").asText()).isEqualTo("invalid_content_type");
        }
    }

    @Test
    @Tag("learning-locker-55")
    void readsUtf8AndNoOldCharset() {
        Said utf8 = LOCKER.managing("POST", "/v2/client").header("Content-Type", "application/json; charset=utf-8").text("{\"title\":\"é愛\"}").said();
        assertThat(utf8.status()).isEqualTo(201);
        assertThat(utf8.json().path("title").asText()).isEqualTo("é愛");
        LOCKER.managing("DELETE", "/v2/client/" + utf8.json().path("_id").asText()).said();
        assertThat(LOCKER.managing("POST", "/v2/client").header("Content-Type", "application/json; charset=iso-8859-1").text("{}").said().status()).isEqualTo(415);
    }

    @Test
    @Tag("learning-locker-56")
    void refusesABodyOverFiveMegabytesWithAPage() {
        Said said = LOCKER.managing("POST", "/v2/client").json("{\"title\":\"" + "x".repeat(5 * 1024 * 1024) + "\"}").said();

        assertThat(said.status()).isEqualTo(413);
        assertThat(said.type()).isEqualTo("text/html");
    }

    @Test
    @Tag("learning-locker-57")
    void refusesAMalformedBodyWithAPage() {
        for (String body : new String[] {"{\"title\":", "{,}", "7", "\"x\"", "null"}) {
            Said said = LOCKER.managing("POST", "/v2/client").json(body).said();
            assertThat(said.status()).as(body).isEqualTo(400);
            assertThat(said.type()).isEqualTo("text/html");
        }
    }

    @Test
    @Tag("learning-locker-71")
    void answersAnAbsentDocumentAndAnIdThatIsNoneBothWith404() {
        Said absent = LOCKER.managing("GET", "/v2/client/" + Installation.ABSENT).said();
        Said none = LOCKER.managing("GET", "/v2/client/zzz").said();

        assertThat(absent.status()).isEqualTo(404);
        assertThat(absent.json().path("message").asText()).isEqualTo("Not Found");
        assertThat(absent.json().path("statusCode").intValue()).isEqualTo(404);
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.json().path("name").asText()).isEqualTo("CastError");
        assertThat(none.json().path("value").asText()).isEqualTo("zzz");
    }
}
