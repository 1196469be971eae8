package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.ledger.Snapshots.Cause;
import dev.accolade.ledger.Snapshots.Right;
import dev.accolade.ledger.Snapshots.Snapshot;
import dev.accolade.model.Coverage;
import dev.accolade.model.Member;
import dev.accolade.model.MemberKey;
import dev.accolade.model.Scope;
import dev.accolade.model.ScopeKey;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DashboardTest {

    private static final String EVIL = "<script>alert('x')</script>";
    private static final String MARK = "zebra-7f3a";

    @TempDir
    Path folder;

    private World world;
    private Served served;

    @BeforeEach
    void start() {
        world = new World(folder);
        served = new Served(world, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        if (served != null) {
            served.close();
        }
        world.close();
    }

    @Test
    void deletesOldRecordsEachDay() {
        assertThat(served.accolade.context().getRoute("prune-ledger").getConsumer().getEndpoint().getEndpointUri()).contains("quartz:", "40+3");
    }

    @Test
    void worksWhenTheLedgerIsEmpty() {
        HttpResponse<String> page = served.get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Nothing was planned yet.", "No plan was made yet.", "fedora", "reef", "academy", "never");
    }

    @Test
    void showsWhatARunHasDone() {
        served.accolade.pullAll();
        served.accolade.reconcile();
        served.accolade.push();
        String page = served.get("/").body();
        assertThat(page).contains("Fedora Project / Packager", "Reef Lab / Diver", "all scopes at once", "just now");
        assertThat(page).doesNotContainPattern("[\\w.]+@[\\w.]+");
    }

    @Test
    void showsWhatWaitsAndWhyBeforeItIsDone() {
        served.accolade.pullAll();
        served.accolade.reconcile();
        String page = served.get("/").body();
        assertThat(page).contains("to be done", "a rule earns this", "in packager", "rule <bdi>packager</bdi>, line ");
        assertThat(page).doesNotContainPattern("[\\w.]{2,}@[\\w.]+");
    }

    @Test
    void showsFailedReadsAndThatNothingIsLostByThem() {
        world.sandbox.close();
        served.accolade.pull("reef");
        assertThat(served.get("/").body()).contains("Failed read", "<strong dir=\"auto\">reef:", "The next schedule reads it again.");
    }

    @Test
    void showsRulesThatStandStillAndAlarmsNobodyBeforeTheFirstPlan() {
        assertThat(served.get("/").body()).contains("Stopped rules", "stands still", "Nothing was planned yet.");
        served.accolade.reconcile();
        assertThat(served.get("/").body()).contains("<p class=\"kind\">Stopped rule</p>", "stands still", "wait for a person.");
    }

    @Test
    void saysHowToApproveAHeldScope() {
        read("crowd", 50);
        read("crowd", 1);
        String page = served.get("/").body();
        assertThat(page).contains("shrank from 50 to 1 member,", "<code>accolade approve --scope fedora:crowd --by NAME</code>");
    }

    @Test
    void saysWhoHoldsSomethingTwiceAndWhoseBadgeIsOnAnOlderAddress() {
        served.accolade.ledger().database().change(handle -> {
            handle.execute("insert into person (id, created_at, merged_into, merged_at) values (1, 0, null, null), (2, 0, 1, 60000)");
            for (int person = 1; person <= 2; person++) {
                handle.execute("insert into grants (target, object_id, person, generation, state, remote_id, ours, shown_json, earned_by_json, since, older_address) values ('badges', ?, ?, 1, 'LIVE', ?, 1,"
                        + " '{\"type\":\"badge\",\"recipient\":\"somebody@example.org\",\"evidence\":[]}', '{}', 0, ?)", EVIL, person, "remote" + person, 2 - person);
            }
        });
        String page = served.get("/").body();
        assertThat(page).contains("<p class=\"kind\">Held twice</p>", "twice, as remote1 and remote2, because two persons were joined on 1970-01-01T00:01:00Z", "1 thing waits for a person.",
                "<h2 id=\"who\">Who is who</h2>", "under s…@example.org, an address that the person no longer has").doesNotContain("<script", "somebody@");
    }

    @Test
    void saysThatATargetIsPausedByWhomAndWhy() {
        served.accolade.ledger().pauses().pause("badges", "ada", EVIL);
        assertThat(served.get("/").body()).contains("Paused target", "<bdi>ada</bdi>", "<code>accolade resume badges</code>", "&lt;script&gt;").doesNotContain("<script");
        served.accolade.ledger().pauses().resume("badges", "ada");
        assertThat(served.get("/").body()).doesNotContain("Paused target");
    }

    @Test
    void escapesEverythingThatComesFromASource() {
        read(EVIL, 50);
        read(EVIL, 1);
        served.accolade.ledger().snapshots().fail(served.accolade.ledger().snapshots().begin(new Coverage("fedora", Coverage.Kind.SCOPE, "77"), Cause.SCHEDULE),
                "fedora answered " + EVIL);
        String page = served.get("/").body();
        assertThat(page).doesNotContain("<script").contains("&lt;script&gt;alert('x')&lt;/script&gt;", "accolade approve --scope fedora:77 --by NAME");
    }

    @Test
    void showsNamesInAnyScript() {
        read("Реестр 群組 مجموعة", 50);
        read("Реестр 群組 مجموعة", 1);
        assertThat(served.get("/").body()).contains("Реестр 群組 مجموعة");
    }

    @Test
    void sendsHeadersThatKeepThePageToItself() {
        for (String path : List.of("/", "/health")) {
            var headers = served.get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse("")).startsWith("default-src 'self'");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(headers.firstValue("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void echoesNothingOfTheRequest() {
        for (String path : List.of("/", "/health", "/assets/accolade.css", "/assets/" + MARK, "/" + MARK, "/events/" + MARK)) {
            HttpResponse<String> answer = served.get(path + "?q=" + MARK, "X-Probe", MARK, "Cookie", "c=" + MARK);
            assertThat(answer.body()).as(path).doesNotContain(MARK);
            assertThat(answer.headers().map().toString()).as(path).doesNotContain(MARK);
        }
    }

    @Test
    void answersUnknownPathsAndMethodsWithoutDoingAnything() {
        assertThat(served.get("/" + MARK).statusCode()).isEqualTo(404);
        assertThat(served.get("/assets/../application.properties").statusCode()).isEqualTo(404);
        assertThat(served.get("/assets/%2e%2e%2faccolade.css").statusCode()).isEqualTo(404);
        assertThat(served.post("/", "a=b").statusCode()).isEqualTo(405);
    }

    @Test
    void sendsItsStyleSheetsToBeKept() {
        Matcher links = Pattern.compile("<link rel=\"stylesheet\" href=\"([^\"]+)\">").matcher(served.get("/").body());
        List<String> addresses = links.results().map(found -> found.group(1)).toList();
        assertThat(addresses).hasSize(2);
        for (String address : addresses) {
            HttpResponse<String> sheet = served.get(address);
            assertThat(sheet.statusCode()).isEqualTo(200);
            assertThat(sheet.headers().firstValue("Content-Type").orElse("")).startsWith("text/css");
            assertThat(sheet.headers().firstValue("Cache-Control").orElse("")).contains("max-age=31536000");
            assertThat(sheet.body()).contains("--pico-");
        }
    }

    @Test
    void asksNoOtherHostForAnything() {
        assertThat(served.get("/").body()).doesNotContainPattern("(src|href)=\"(https?:)?//").doesNotContain("style=", "onclick", "<script");
    }

    @Test
    void tellsAMonitorWhenSourcesWereLastRead() {
        served.accolade.pull("fedora");
        HttpResponse<String> health = served.get("/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(health.body()).contains("{\"status\":\"UP\",\"ledger\":\"UP\",\"sources\":[").containsPattern("\"name\":\"fedora\",\"lastCompleteRead\":\"20")
                .contains("{\"name\":\"reef\",\"lastCompleteRead\":null,\"failedReads\":0}");
    }

    @Test
    void isDownWhenTheLedgerCannotBeRead() {
        served.accolade.ledger().close();
        HttpResponse<String> health = served.get("/health");
        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body()).isEqualTo("{\"status\":\"DOWN\",\"ledger\":\"DOWN\",\"sources\":[]}");
        HttpResponse<String> page = served.get("/");
        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.body()).startsWith("The dashboard cannot be shown now.").doesNotContain("Exception");
    }

    /** A complete read of one group with so many members, straight into the ledger. */
    private void read(String group, int members) {
        var snapshots = served.accolade.ledger().snapshots();
        Snapshot snapshot = snapshots.begin(new Coverage("fedora", Coverage.Kind.SCOPE, "77"), Cause.SCHEDULE, Clock.systemUTC().instant().minus(Duration.ofHours(members)));
        snapshots.stageScopes(snapshot, List.of(new Scope(new ScopeKey("fedora", "77"), group)));
        snapshots.stageMembers(snapshot, IntStream.range(0, members).mapToObj(i ->
                new Member(new MemberKey("fedora", "m" + i), "user" + i, Optional.empty(), Optional.of(EVIL), "active")).toList());
        snapshots.stageRights(snapshot, IntStream.range(0, members).mapToObj(i -> new Right("m" + i, "77", "user")).toList());
        snapshots.seal(snapshot);
    }
}
