package dev.accolade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accolade.cli.Shell.Ended;
import dev.accolade.sandbox.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {

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
    void saysWhatIsGoneHealsItWhenAskedAndThenFindsNothing() {
        assertThat(shell.run("verify").code()).as("before the first plan nothing is there to differ").isZero();
        shell.run("apply");
        Ended nothing = shell.run("verify");
        assertThat(nothing.code()).as(nothing.out() + nothing.err()).isZero();
        assertThat(nothing.out()).contains("Fedora Project / Packager", "as expected", "Nothing differs");
        List<String> gone = assertions().subList(0, 2);
        gone.forEach(id -> call("DELETE", "/sandbox/badgr/assertions/" + id));

        Ended verify = shell.run("verify", "badges");
        assertThat(verify.code()).isEqualTo(6);
        assertThat(verify.out()).contains("! 1  p-", gone.get(0), gone.get(1), "deleted on the target", "held: accolade verify --heal, or accolade approve", "2 things differ").doesNotContain("@example.org");
        assertThat(shell.run("status").out()).contains("deleted on the target", " changed by somebody else");
        assertThat(shell.run("plan", "--no-pull").out()).contains(" changed by somebody else", "the target was changed by somebody else");
        assertThat(shell.run("apply").code()).as("a report undoes nothing").isZero();
        assertThat(assertions()).hasSize(62);

        assertThat(shell.run("approve", "--all-held", "--by", "Ada").err()).contains("Nothing was approved", "is meant one by one: accolade approve ", "accolade verify --heal");

        Ended json = shell.run("verify", "--output", "json");
        assertThat(json.jsonLines()).hasSize(3);
        JsonNode finding = json.jsonLines().get(0);
        assertThat(finding.path("kind").asText()).isEqualTo("DELETED");
        assertThat(finding.path("change").path("waitingFor").asText()).isEqualTo("DRIFT");
        assertThat(json.json().path("open").asInt()).isEqualTo(2);

        Ended heal = shell.run("verify", "--heal", "--by", "Ada");
        assertThat(heal.code()).as(heal.out() + heal.err()).isZero();
        assertThat(heal.out()).contains("-> healed", "Nothing differs, 2 healed");
        assertThat(assertions()).hasSize(64);
        assertThat(shell.run("history", "--target", "badges", "--limit", "12").out()).contains("asked to heal badges", "verify --heal. deleted", "by Ada by verify --heal", "settled what somebody else changed");
        assertThat(shell.run("verify").code()).isZero();
    }

    @Test
    void whatIsAcceptedIsNotCountedAnyMore() {
        shell.run("apply");
        call("DELETE", "/sandbox/badgr/assertions/" + assertions().get(0));
        shell.run("verify");
        Ended accept = shell.run("verify", "--accept", "1,99", "--by", "Ada");
        assertThat(accept.code()).as(accept.out()).isZero();
        assertThat(accept.out()).contains("accepted; it stays so");
        assertThat(accept.err()).contains("99 is no open finding");
        assertThat(shell.run("verify", "--heal").code()).isZero();
        assertThat(assertions()).hasSize(63);
    }

    @Test
    void endsWithOneWhenATargetCannotBeListedWholeAndSaysSo() {
        shell.run("apply");
        call("DELETE", "/sandbox/badgr/assertions/" + assertions().get(0));
        shell.sandbox.faults().add(Fault.of("badgr", Fault.Kind.STATUS).onMethod("GET").onPath("/assertions$").withStatus(503));
        Ended verify = shell.run("verify");
        assertThat(verify.code()).isEqualTo(1);
        assertThat(verify.out()).contains("could not be listed whole, so nothing follows from it", "503").doesNotContain("deleted");
    }

    @Test
    void knowsOnlyConfiguredTargets() {
        Ended verify = shell.run("verify", "badgez");
        assertThat(verify.code()).isEqualTo(64);
        assertThat(verify.err()).contains("'badgez' is no configured target", "badges");
    }

    private List<String> assertions() {
        List<String> ids = new ArrayList<>();
        String token = post(shell.sandbox.address() + "/badgr/o/token", "grant_type=password&client_id=public&scope=rw:issuer&username=accolade%40example.org&password=sandbox-badgr")
                .path("access_token").asText();
        for (JsonNode issuer : get("/badgr/v2/issuers", token).path("result")) {
            get("/badgr/v2/issuers/" + issuer.path("entityId").asText() + "/assertions", token).path("result").forEach(one -> ids.add(one.path("entityId").asText()));
        }
        return ids;
    }

    private JsonNode get(String path, String token) {
        return json(send(HttpRequest.newBuilder(URI.create(shell.sandbox.address() + path)).header("Accept", "application/json").header("Authorization", "Bearer " + token).GET()));
    }

    private static JsonNode post(String address, String form) {
        return json(send(HttpRequest.newBuilder(URI.create(address)).header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form))));
    }

    private void call(String method, String path) {
        assertThat(send(HttpRequest.newBuilder(URI.create(shell.sandbox.address() + path)).method(method, HttpRequest.BodyPublishers.noBody())).statusCode()).isBetween(200, 299);
    }

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException notJson) {
            throw new AssertionError("no JSON: HTTP " + answer.statusCode(), notJson);
        }
    }
}
