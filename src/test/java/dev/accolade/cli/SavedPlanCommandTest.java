package dev.accolade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accolade.cli.Shell.Ended;
import dev.accolade.sandbox.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plan --out FILE} and {@code apply FILE}, over HTTP. */
class SavedPlanCommandTest {

    @TempDir
    Path home;
    private Shell shell;
    private Path file;

    @BeforeEach
    void open() {
        shell = new Shell(home);
        file = home.resolve("monday.plan");
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void writesTheWholePlanForItsOwnerAloneAndDoesJustThat() throws IOException {
        Ended plan = save();
        assertThat(plan.code()).as(plan.err()).isZero();
        assertThat(plan.out()).contains("Wrote 65 changes to", "accolade apply");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        JsonNode json = json();
        assertThat(json.path("count").asInt()).isEqualTo(65);
        JsonNode change = change(json, "ingrid");
        assertThat(change.path("rules").path("packager").asText()).contains("in packager of fedora");
        assertThat(change.path("ruleLine").asInt()).isEqualTo(6);
        assertThat(change.path("evidence").path("right").asText()).isEqualTo("administrator");
        assertThat(change.path("desired").path("recipient").asText()).isEqualTo("i…@example.org");
        assertThat(change.path("reason").asText()).isEqualTo("a rule earns this");
        assertThat(Files.readString(file)).as("no e-mail is whole").contains("…@").doesNotContainPattern("[A-Za-z0-9._-]@");
        assertThat(badges()).as("planned, not done").isZero();

        Ended apply = shell.run("apply", file.toString());

        assertThat(apply.code()).as(apply.err() + apply.out()).isZero();
        assertThat(apply.out()).contains("applied", "AWARD 'Fedora Project / Packager' on badges for ingrid", "65 changes in the file: 64 applied, 1 waits.")
                .contains("waits until the person's e-mail is known").doesNotContain("ingrid.ostberg@");
        assertThat(badges()).isEqualTo(64);
        assertThat(shell.run("history", "--limit", "0").out()).contains("plan saved plan 1, by", "saved plan applied plan 1, by");
    }

    @Test
    void doesNothingThatIsNotInTheFile() {
        save();
        control("PUT", "fas/groups/packager/members/rasa", "{}");

        Ended apply = shell.run("apply", file.toString(), "--output", "json");

        assertThat(apply.json().path("applied").asInt()).isEqualTo(64);
        assertThat(apply.json().path("othersLeftAlone").asInt()).isEqualTo(1);
        assertThat(badges()).as("nothing for who came later").isEqualTo(64);
        assertThat(shell.run("apply").code()).isZero();
        assertThat(badges()).isEqualTo(65);
    }

    @Test
    void skipsWhoseRightIsGoneWhoseRuleHasChangedAndWhatWasDoneBefore() throws IOException {
        shell.setting("removal.confirm-after=PT0S");
        save();
        control("DELETE", "fas/groups/packager/members/ingrid", "");
        shell.run("plan");
        Path rules = home.resolve("config/rules.yaml");
        String before = Files.readString(rules);
        Files.writeString(rules, before.replaceFirst("group: docs", "group: docs, role: [user, sponsor, administrator]"));
        assertThat(Files.readString(rules)).isNotEqualTo(before);

        Ended apply = shell.run("apply", file.toString());

        assertThat(apply.code()).isEqualTo(3);
        assertThat(line(apply, "ingrid")).contains("skipped", "ingrid no longer holds 'administrator' in packager of fedora.");
        assertThat(apply.out()).containsPattern("skipped .*Documentation Writer.*The rule '[a-z-]+' has changed: it was '.*', and is '.*'");
        assertThat(apply.out()).contains(" applied, ", " skipped.");
        int done = badges();
        assertThat(done).isBetween(30, 62);
        assertThat(shell.run("history", "--person", "fedora:ingrid").out()).contains("skipped AWARD badges: Fedora Project / Packager", "ingrid no longer holds");

        Ended again = shell.run("apply", file.toString(), "--no-pull");
        assertThat(again.code()).isEqualTo(3);
        assertThat(again.out()).contains("Done before by another run, at ", ": APPLIED.").doesNotContain(" applied,");
        assertThat(badges()).as("never twice").isEqualTo(done);
    }

    @Test
    void skipsWhoWasErasedAndWhoseAddressChanged() {
        save();
        control("PUT", "fas/people/ingrid/email", "{\"email\": \"elsewhere@example.org\"}");
        assertThat(shell.run("erase", "fedora:zofia", "--yes").code()).isZero();

        Ended apply = shell.run("apply", file.toString());

        assertThat(apply.code()).isEqualTo(3);
        assertThat(line(apply, "ingrid")).contains("skipped", "it was for i…@example.org, and would be for e…@example.org. See change ");
        assertThat(line(apply, "zofia")).contains("skipped", "The person was erased, or is to be.");
    }

    @Test
    void keepsLimitsApprovalsAndPauses() {
        shell.setting("target.badges.awards-per-day=60");
        save();
        assertThat(shell.run("pause", "badges", "--by", "ada").code()).isZero();
        Ended paused = shell.run("apply", file.toString(), "--no-pull");
        assertThat(paused.code()).isEqualTo(4);
        assertThat(paused.out()).contains("held", "64 held");
        shell.run("resume", "badges", "--by", "ada");

        Ended limited = shell.run("apply", file.toString(), "--no-pull");
        assertThat(limited.code()).isEqualTo(4);
        assertThat(limited.out()).contains("60 applied", "4 held", "held by a limit; approve it or wait: accolade approve ");
        assertThat(badges()).isEqualTo(60);
        shell.run("approve", "--all-held", "--by", "ada");

        Ended rest = shell.run("apply", file.toString(), "--no-pull", "--output", "json");
        assertThat(rest.json().path("applied").asInt()).isEqualTo(4);
        assertThat(rest.json().path("skipped").asInt()).as("done before").isEqualTo(60);
        assertThat(badges()).isEqualTo(64);
    }

    @Test
    void givesRefusedChangesOfTheFileAnotherTurnAndNoOthers() throws IOException {
        shell.sandbox.faults().add(Fault.of("badgr", Fault.Kind.STATUS).withStatus(404).onMethod("POST").onPath("/assertions$").times(2));
        shell.run("apply");
        assertThat(badges()).isEqualTo(62);
        save();
        assertThat(json().path("changes")).filteredOn(change -> change.path("state").asText().equals("REFUSED")).hasSize(2);
        control("PUT", "fas/groups/packager/members/rasa", "{}");
        shell.sandbox.faults().add(Fault.of("badgr", Fault.Kind.STATUS).withStatus(404).onMethod("POST").onPath("/assertions$").times(3));
        shell.run("apply");
        assertThat(badges()).as("three are refused now, one of them later than the file").isEqualTo(62);

        Ended apply = shell.run("apply", file.toString());

        assertThat(apply.code()).as(apply.out()).isZero();
        assertThat(apply.out()).contains("2 applied");
        assertThat(badges()).isEqualTo(64);
        assertThat(shell.run("status").out()).contains("for rasa, REFUSED");
    }

    @Test
    void saysWhatIsRefusedWhatIsUnknownAndWhatIsTriedAgain() {
        save();
        shell.sandbox.faults().add(Fault.of("badgr", Fault.Kind.STATUS).withStatus(404).onMethod("POST").onPath("/assertions$").times(1));
        shell.sandbox.faults().add(Fault.of("badgr", Fault.Kind.RESET_AFTER).onMethod("POST").onPath("/assertions$").times(1));
        shell.sandbox.faults().add(Fault.of("badgr", Fault.Kind.TOO_MANY).onMethod("POST").onPath("/assertions$").times(1));

        Ended apply = shell.run("apply", file.toString());

        assertThat(apply.code()).isEqualTo(3);
        assertThat(apply.out()).contains("1 refused", "1 unknown", "1 to be tried again", "HTTP 404", "HTTP 429");
    }

    @Test
    void doesNotSendWhatATargetWouldRefuseAndDoesTheRest() {
        save();
        control("DELETE", "badgr/badge-classes/Packager", "");

        Ended apply = shell.run("apply", file.toString());

        assertThat(apply.code()).isEqualTo(3);
        assertThat(line(apply, "ingrid")).contains("not sent", "is gone");
        assertThat(badges()).isEqualTo(36);
    }

    @Test
    void refusesEveryFileThatIsNotAsItWasWrittenAndDoesNothing() throws IOException {
        save();
        String good = Files.readString(file);
        refuses(good.replace("\"version\" : 1", "\"version\" : 2"), "is of version 2", "reads version 1");
        refuses(good.replace("accolade-plan", "another-plan"), "its format is 'another-plan'");
        refuses(good.replaceFirst("\"ledger\" : \"[0-9a-f]+", "\"ledger\" : \"00"), "belongs to another ledger (00");
        refuses(good.replaceFirst("Fedora Project / Packager", "Fedora Project / Sponsor"), "was edited: change ", "does not fit its digest");
        refuses(good.replaceFirst("\"basis\" : \"....", "\"basis\" : \"0000"), "was edited: change ");
        refuses(good.replaceFirst("\"cause\" : \"command\"", "\"cause\" : \"boss\""), "what stands before its changes");
        refuses(good.replaceFirst("\"count\" : 65", "\"count\" : 64"), "says that it holds 64 changes, and holds 65");
        refuses(good.substring(0, good.length() / 2), "is damaged", "line ");
        refuses(good.substring(0, good.indexOf("\"changes\"")) + "\"count\": 0}", "is not whole");
        refuses(good + good, "goes on after its end");
        refuses(good.replaceFirst("\"cause\"", "\"colour\" : \"red\", \"cause\""), "'colour'");
        refuses("[]", "is not the JSON object");
        refuses("", "is not the JSON object");
        refuses("\u0000\u0001 no plan at all", "is damaged");
        Files.delete(file);
        Ended missing = shell.run("apply", file.toString());
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).contains("there is no such file", "Nothing was done", "accolade plan --out FILE");
        assertThat(badges()).isZero();
    }

    private void refuses(String content, String... said) throws IOException {
        Files.writeString(file, content);
        Ended apply = shell.run("apply", file.toString());
        assertThat(apply.code()).isEqualTo(1);
        assertThat(apply.err()).contains(said).contains("Nothing was done", "accolade plan --out FILE", file.toString());
        assertThat(badges()).isZero();
    }

    @Test
    void readsAFileThatSomebodyOnlyLaidOutAnew() throws IOException {
        save();
        Files.writeString(file, json().toString());
        assertThat(shell.run("apply", file.toString()).code()).isZero();
        assertThat(badges()).isEqualTo(64);
    }

    @Test
    void saysAtOnceWhenAPlanCannotBeWrittenThere() throws IOException {
        Ended nowhere = shell.run("plan", "--out", home.resolve("no/such/folder/x.plan").toString());
        assertThat(nowhere.code()).isEqualTo(1);
        assertThat(nowhere.err()).contains("there is no folder");
        Files.createDirectory(file);
        Ended folder = save();
        assertThat(folder.code()).isEqualTo(1);
        assertThat(folder.err()).contains("no ordinary file");
        assertThat(home.resolve("state")).as("nothing was read either").doesNotExist();
        try (var left = Files.list(home)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.endsWith(".new"));
        }
    }

    @Test
    void replacesAFileOfThatNameAndTellsTheSameTwice() throws IOException {
        save();
        JsonNode first = json();
        save();
        assertThat(json().path("changes")).isEqualTo(first.path("changes"));
    }

    @Test
    void planEndsWithFiveAndMarksWhatItsTargetWouldRefuse() {
        shell.run("plan");
        control("DELETE", "badgr/badge-classes/Packager", "");

        Ended plan = shell.run("plan");

        assertThat(plan.code()).isEqualTo(5);
        assertThat(plan.out()).containsPattern("  ! \\+ ingrid .*not sent, because its target would refuse it: change \\d+, see below").contains("! would be refused: The badge class 'Fedora Project / Packager'",
                "28 not sent, because their target would refuse them", "! badges would refuse 29 changes (AWARD) about 'Fedora Project / Packager'");
        JsonNode json = shell.run("plan", "--no-pull", "--output", "json").json();
        assertThat(json.path("wouldFail").asBoolean()).isTrue();
        assertThat(json.path("notSent").asInt()).isEqualTo(28);
        assertThat(json.path("wouldBeRefused").get(0).path("problem").asText()).contains("is gone");
        assertThat(shell.run("plan", "--no-pull", "--detailed-exitcode").code()).isEqualTo(5);
        assertThat(shell.run("failures").out()).contains("! target: badges would refuse 29 changes");
        assertThat(shell.run("status").out()).contains("badges would refuse 29 changes");
        Ended apply = shell.run("apply", "--no-pull");
        assertThat(apply.code()).isEqualTo(3);
        assertThat(apply.out()).contains("36 done, 0 refused", "28 not sent");
    }

    @Test
    void planEndsWithFiveAlsoBeforeItKnowsAnythingOfATarget() {
        control("DELETE", "badgr/issuers/Reef%20Lab/staff/accolade@example.org", "");
        Ended plan = shell.run("plan");
        assertThat(plan.code()).isEqualTo(5);
        assertThat(plan.out()).contains("stands still", "no issuer is named 'Reef Lab'");
    }

    @Test
    void planEndsWithOneWhenATargetCannotBeAsked() {
        shell.run("plan");
        shell.sandbox.faults().add(Fault.of("badgr", Fault.Kind.STATUS).withStatus(503).onPath("/v2/issuers"));
        Ended plan = shell.run("plan", "--no-pull");
        assertThat(plan.code()).isEqualTo(1);
        assertThat(plan.out()).contains("! badges could not be asked whether it would take this. The plan stays as it is.", "HTTP 503", "+ ingrid", "64 to award");
    }

    private Ended save() {
        return shell.run("plan", "--out", file.toString());
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    private static JsonNode change(JsonNode plan, String username) {
        return StreamSupport.stream(plan.path("changes").spliterator(), false).filter(one -> one.path("username").asText().equals(username)).findFirst().orElseThrow();
    }

    private static String line(Ended ended, String username) {
        List<String> lines = ended.out().lines().filter(line -> line.contains(" for " + username + " (p-")).toList();
        assertThat(lines).as(ended.out()).isNotEmpty();
        return lines.get(0);
    }

    private int badges() {
        return shell.json("/sandbox/badgr/summary").path("assertions").asInt();
    }

    private void control(String method, String path, String body) {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(shell.sandbox.address() + "/sandbox/" + path))
                    .header("Content-Type", "application/json").method(method, HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as("%s %s: %s", method, path, answer.body()).isBetween(200, 299);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
