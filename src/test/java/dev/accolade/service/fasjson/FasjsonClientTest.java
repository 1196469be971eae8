package dev.accolade.service.fasjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Fault;
import dev.accolade.service.Connected;
import dev.accolade.service.Script;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Turn;
import dev.accolade.service.http.Ticket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FasjsonClientTest {

    private final Script server = new Script();
    private final AtomicInteger logins = new AtomicInteger();
    private Connected connected;
    private FasjsonClient client;

    /** Counts logins; each token shows of which it is. */
    private final FasjsonLogin login = new FasjsonLogin() {
        @Override
        public Ticket enter(Optional<Ticket> last) {
            logins.incrementAndGet();
            return new Ticket("x", Optional.empty(), Optional.empty());
        }

        @Override
        public String token() {
            return "token-of-login-" + logins.get();
        }
    };

    @BeforeEach
    void start() {
        connected = new Connected(server, "fedora", new FasjsonMeaning());
        client = client(2);
    }

    @AfterEach
    void stop() {
        connected.close();
    }

    private FasjsonClient client(int pageSize) {
        FasjsonConfiguration options = new FasjsonConfiguration();
        options.setPageSize(pageSize);
        return new FasjsonClient(connected.wire, options, login, Clock.systemUTC());
    }

    @Test
    void countsPagesAndNeverFollowsTheLink() {
        server.answer = call -> {
            int number = Integer.parseInt(call.parameter("page_number").orElseThrow());
            String names = number == 1 ? "{\"username\":\"a\"},{\"username\":\"b\"}" : "{\"username\":\"c\"}";
            return page(names, 3, number, 2, ",\"next_page\":\"http://192.0.2.1/elsewhere?page_number=1\"");
        };

        assertThat(client.members("packager")).contains(List.of("a", "b", "c"));
        assertThat(server.calls).extracting(call -> call.path() + "?" + call.query()).containsExactly(
                "/v1/groups/packager/members/?page_size=2&page_number=1", "/v1/groups/packager/members/?page_size=2&page_number=2");
    }

    @Test
    void asksForAllAtOnceWhenThePageSizeIsZero() {
        server.says(200, "{\"result\": [{\"username\":\"a\"},{\"username\":\"b\"},{\"username\":\"c\"}]}");

        assertThat(client(0).members("packager")).contains(List.of("a", "b", "c"));
        assertThat(server.calls.get(0).query()).isEmpty();
    }

    @Test
    void refusesAPartWhereTheWholeWasAskedFor() {
        server.answer = call -> page("{\"username\":\"a\"}", 3, 1, 3, "");

        assertThat(failure(() -> client(0).members("packager")).turn()).isEqualTo(Turn.OURS);
    }

    @ParameterizedTest
    @CsvSource({"b,3,somebody slid back over the edge of the page", "c,4,somebody came", "c,2,somebody left", ",3,the last page is empty"})
    void countsNothingOfAListThatChangedBetweenItsPages(String second, int total, String what) {
        server.answer = call -> call.parameter("page_number").orElseThrow().equals("1")
                ? page("{\"username\":\"a\"},{\"username\":\"b\"}", 3, 1, 2, "")
                : page(second == null ? "" : "{\"username\":\"" + second + "\"}", total, 2, 2, "");
        ServiceException failure = failure(() -> client.members("packager"));

        assertThat(failure.turn()).as(what).isEqualTo(Turn.LATER);
        assertThat(failure).hasMessageContaining("changed while it was read").hasMessageContaining("fedora");
    }

    @Test
    void asksForPrivacyAndHonoursItWhateverTheServerSends() {
        server.says(200, "{\"result\": {\"username\":\"priya\",\"emails\":[\"priya@example.org\"],\"rhbzemail\":null,\"is_private\":true,"
                + "\"creation\":null,\"human_name\":\"Priya\",\"ircnicks\":[\"pri\"],\"locale\":\"hi\",\"timezone\":\"Asia/Kolkata\","
                + "\"github_username\":\"pri\",\"gitlab_username\":\"pri\"}}");
        FasjsonUser priya = client.user("priya").orElseThrow();

        assertThat(server.calls.get(0).header("X-Fields").orElseThrow()).contains("is_private");
        assertThat(priya.profile()).isEqualTo(FasjsonUser.Profile.HIDDEN);
        assertThat(priya.emails()).containsExactly("priya@example.org");
        assertThat(priya.toString()).doesNotContain("@", "Priya");
    }

    @Test
    void believesThatSomebodyIsGoneOnlyWhenFasjsonItselfSaysSo() {
        server.says(404, "{\"message\": \"User not found\", \"name\": \"rasa\"}");
        assertThat(client.user("rasa")).isEmpty();
        assertThat(client.groupsOfUser("rasa")).isEmpty();

        server.says(404, "{\"message\": \"The requested URL was not found on the server.\"}");
        assertThat(failure(() -> client.user("rasa")).turn()).isEqualTo(Turn.NEVER);
        assertThat(failure(() -> client.groupsOfUser("rasa")).turn()).isEqualTo(Turn.NEVER);
        assertThat(failure(() -> client.members("packager")).turn()).isEqualTo(Turn.NEVER);
    }

    @Test
    void tellsAGroupThatIsGoneFromAListThatIs() {
        server.answer = call -> call.path().endsWith("/members/") ? Answer.text(404, "text/html", "<h1>Not Found</h1>")
                : Answer.text(404, "application/json", "{\"message\": \"Group not found\", \"groupname\": \"packager\"}");
        assertThat(client.members("packager")).isEmpty();

        server.answer = call -> call.path().endsWith("/members/") ? Answer.text(404, "text/html", "<h1>Not Found</h1>")
                : Answer.text(200, "application/json", "{\"result\": {\"groupname\": \"packager\"}}");
        assertThat(failure(() -> client.members("packager")).status()).hasValue(404);
    }

    @Test
    void logsInAgainOnceWhenTheServerWantsIt() {
        server.answer = call -> call.header("Authorization").equals(Optional.of("Negotiate token-of-login-1"))
                ? Answer.text(401, "application/json", "{\"message\": \"Re-authentication is necessary.\"}").with("WWW-Authenticate", "Negotiate")
                : Answer.text(200, "application/json", "{\"result\": {\"dn\":\"uid=a\",\"username\":\"a\",\"service\":null}}");

        assertThat(client.me().username()).contains("a");
        assertThat(logins).hasValue(2);
    }

    @Test
    void givesUpWhenTheServerWantsNoLoginAtAll() {
        server.answer = call -> Answer.text(401, "application/json", "{\"message\": \"Unauthorized\"}").with("WWW-Authenticate", "Negotiate");

        for (ThrowingCallable call : List.<ThrowingCallable>of(client::me, () -> client.user("rasa"), () -> client.members("packager"), client::check)) {
            ServiceException failure = failure(call);
            assertThat(failure.turn()).isEqualTo(Turn.OPERATOR);
            assertThat(failure).hasMessageContaining("keytab").hasMessageNotContaining("token-of");
        }
        assertThat(server.calls).hasSize(8);
    }

    @ParameterizedTest
    @CsvSource({"302,OPERATOR", "400,NEVER", "403,OPERATOR", "404,NEVER", "429,LATER", "500,LATER", "502,LATER"})
    void sortsRefusals(int status, Turn turn) {
        connected.sandbox.faults().add(Fault.of("script", Fault.Kind.STATUS).withStatus(status));
        List<FasjsonUser> none = new ArrayList<>();

        assertThat(failure(() -> client.users(none::add)).turn()).isEqualTo(turn);
        assertThat(failure(() -> client.user("rasa")).turn()).isEqualTo(turn);
        assertThat(failure(() -> client.sponsors("packager"))).hasMessageContaining("fedora: HTTP " + status);
    }

    @Test
    void saysThatItIsTheDirectoryThatFailed() {
        server.says(500, "{\"message\": \"LDAP server is down\", \"source\": \"LDAP\"}");

        assertThat(failure(client::check)).hasMessageContaining("directory").extracting(ServiceException::turn).isEqualTo(Turn.LATER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a/b", "-x", "zofia@example.org", "名前", "a b", "a%2Fb"})
    void asksNothingUnderANameThatCannotBe(String name) {
        assertThatThrownBy(() -> client.user(name)).isInstanceOf(IllegalArgumentException.class).hasMessageNotContaining("example.org");
        assertThatThrownBy(() -> client.members(name)).isInstanceOf(IllegalArgumentException.class);
        assertThat(server.calls).isEmpty();
    }

    @Test
    void searchesInPagesOfFortyAtMost() {
        server.answer = call -> Answer.text(200, "application/json",
                "{\"result\": [], \"page\": {\"total_results\": 0, \"page_size\": 40, \"page_number\": 1, \"total_pages\": 0}}");

        assertThat(client(1000).searchUsers(UserSearch.by("email", "a+b@example.org"))).isEmpty();
        assertThat(server.calls.get(0).query()).isEqualTo("email=a%2Bb%40example.org&page_size=40&page_number=1");
    }

    @ParameterizedTest
    @CsvSource({"nick,abc", "username,ab", "email,' '", "email__exact,abc", "page_size,100"})
    void refusesTermsThatTheServerWouldPassOver(String term, String value) {
        assertThatThrownBy(() -> UserSearch.by(term, value)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(term);
    }

    private static Answer page(String items, int total, int number, int pages, String more) {
        return Answer.text(200, "application/json", "{\"result\":[" + items + "],\"page\":{\"total_results\":" + total + ",\"page_size\":2,\"page_number\":"
                + number + ",\"total_pages\":" + pages + more + "}}");
    }

    private static ServiceException failure(ThrowingCallable call) {
        ServiceException failure = catchThrowableOfType(ServiceException.class, call);
        assertThat(failure).isNotNull();
        return failure;
    }
}
