package dev.accolade.service.fasjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accolade.sandbox.SandboxCredentials;
import dev.accolade.sandbox.community.Community;
import dev.accolade.sandbox.fasjson.FasjsonStandIn;
import dev.accolade.service.Routes;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The component against the sandbox's FASJSON, without Kerberos. */
@SuppressWarnings("unchecked")
class FasjsonSandboxTest {

    private final List<List<FasjsonUser>> chunks = new ArrayList<>();
    private Routes routes;

    @BeforeEach
    void start() throws Exception {
        routes = new Routes(new FasjsonStandIn());
        routes.sandbox.load("fasjson", Community.sample().seed("fasjson"));
        routes.connect("fedora", options(SandboxCredentials.FASJSON_PRINCIPAL, 10));
        routes.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:stage").process(chunk -> chunks.add(chunk.getIn().getBody(List.class)));
            }
        });
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    private static FasjsonConfiguration options(String principal, int pageSize) {
        FasjsonConfiguration options = new FasjsonConfiguration();
        options.setAuth(FasjsonAuth.SANDBOX);
        options.setPrincipal(principal);
        options.setPageSize(pageSize);
        return options;
    }

    @Test
    void knowsWhoItIs() throws Exception {
        assertThat(((FasjsonCaller) ask("me", Map.of())).username()).contains("accolade");
        assertThat(((FasjsonCheck) ask("check", Map.of())).groups()).isEqualTo(10);
    }

    @Test
    void readsAllPeopleInPagesAndAtOnceAlike() throws Exception {
        routes.connect("whole", options(SandboxCredentials.FASJSON_PRINCIPAL, 0));
        List<FasjsonUser> paged = (List<FasjsonUser>) ask("users", Map.of());

        assertThat(paged).isEqualTo(routes.ask("fasjson:users?connection=whole", Map.of())).extracting(FasjsonUser::username)
                .contains("zofia", "accolade").doesNotHaveDuplicates();
        assertThat(paged).filteredOn(FasjsonUser::isPrivate).isNotEmpty().allMatch(user -> user.profile().equals(FasjsonUser.Profile.HIDDEN));
        assertThat(paged).anyMatch(user -> user.profile().humanName().isPresent());
    }

    @Test
    void handsOverChunks() throws Exception {
        Object count = routes.ask("fasjson:users?connection=fedora&chunkSize=30&chunkTo=direct:stage", Map.of());

        assertThat(chunks.stream().map(List::size)).first().isEqualTo(30);
        assertThat(chunks.stream().mapToInt(List::size).sum()).isEqualTo(count);
    }

    @Test
    void readsGroupsTheirMembersAndSponsors() throws Exception {
        assertThat((List<FasjsonGroup>) ask("groups", Map.of())).extracting(FasjsonGroup::groupname).contains("packager", "docs").hasSize(10);
        Optional<List<String>> members = (Optional<List<String>>) ask("members", Map.of(FasjsonConstants.GROUP, "packager"));
        Optional<List<String>> sponsors = (Optional<List<String>>) ask("sponsors", Map.of(FasjsonConstants.GROUP, "packager"));

        assertThat(members.orElseThrow()).contains("andre", "ingrid").doesNotContain("teo");
        assertThat(sponsors.orElseThrow()).containsExactlyInAnyOrder("ingrid", "kenji", "zofia", "svetlana", "arjun");
        assertThat((Optional<List<String>>) ask("groupsOfUser", Map.of(FasjsonConstants.USERNAME, "zofia"))).hasValueSatisfying(
                groups -> assertThat(groups).contains("packager", "cla_done"));
        assertThat(ask("members", Map.of(FasjsonConstants.GROUP, "nowhere"))).isEqualTo(Optional.empty());
        assertThat(ask("members", Map.of(FasjsonConstants.GROUP, "emeritus"))).isEqualTo(Optional.of(List.of()));
    }

    @Test
    void seesNobodyWhoseAccountIsLocked() throws Exception {
        routes.control("PUT", "/users/zofia", "{\"locked\": true}");

        assertThat(ask("user", Map.of(FasjsonConstants.USERNAME, "zofia"))).isEqualTo(Optional.empty());
        assertThat(ask("groupsOfUser", Map.of(FasjsonConstants.USERNAME, "zofia"))).isEqualTo(Optional.empty());
        assertThat((Optional<List<String>>) ask("members", Map.of(FasjsonConstants.GROUP, "packager"))).hasValueSatisfying(
                members -> assertThat(members).doesNotContain("zofia"));
    }

    @Test
    void findsPeopleByATerm() throws Exception {
        assertThat((List<FasjsonUser>) ask("searchUsers", Map.of(FasjsonConstants.VALUE, "ZOFIA@example.org"))).extracting(FasjsonUser::username)
                .containsExactly("zofia");
        assertThat((List<FasjsonUser>) routes.ask("fasjson:searchUsers?connection=fedora&term=username", Map.of(FasjsonConstants.VALUE, "OFIA")))
                .extracting(FasjsonUser::username).containsExactly("zofia");
        UserSearch both = new UserSearch(Map.of("username", "zof"), List.of("packager", "cla_done"));
        assertThat(routes.send("fasjson:searchUsers?connection=fedora", both, Map.of()).getMessage().getBody(List.class)).hasSize(1);
    }

    @Test
    void noticesThatTheOrderChangedBetweenPages() throws Exception {
        routes.control("POST", "/settings", "{\"reordering\": true}");

        assertThat(failure("users").turn()).isEqualTo(Turn.LATER);
    }

    @Test
    void logsInAgainOnceAndNotTwice() throws Exception {
        routes.control("POST", "/settings", "{\"reauthentications\": 1}");
        assertThat(ask("me", Map.of())).isNotNull();

        routes.control("POST", "/settings", "{\"reauthentications\": 2}");
        assertThat(failure("me").turn()).isEqualTo(Turn.OPERATOR);
    }

    @Test
    void callsAnUnknownPrincipalTheOperatorsTurn() {
        routes.connect("stranger", options("stranger@SANDBOX.EXAMPLE.ORG", 10));

        assertThat(catchThrowableOfType(ServiceException.class, () -> routes.ask("fasjson:check?connection=stranger", Map.of())).turn())
                .isEqualTo(Turn.OPERATOR);
    }

    @Test
    void refusesAtStartWhatCannotWork() {
        assertRefused("fasjson:teams?connection=fedora", "it has [check, groups");
        assertRefused("fasjson:users?connection=fedora&chunks=3", "chunkSize");
        assertRefused("fasjson:users?baseUrl=http://127.0.0.1:1", "principal is missing");
        assertRefused("fasjson:users?baseUrl=http://127.0.0.1:1&principal=a@B", "keytab is missing");
        assertRefused("fasjson:users?baseUrl=http://127.0.0.1:1&principal=a@B&keytab=/nowhere/key", "/nowhere/key", "cannot be read");
        assertRefused("fasjson:users?baseUrl=http://127.0.0.1:1&principal=a b&auth=SANDBOX", "principal");
        assertRefused("fasjson:users?baseUrl=http://127.0.0.1:1&principal=a@B&auth=SANDBOX&pageSize=-1", "pageSize");
    }

    @Test
    void asksForTheHeaderItNeeds() {
        assertThatThrownBy(() -> ask("members", Map.of())).hasMessageContaining(FasjsonConstants.GROUP);
        assertThatThrownBy(() -> ask("searchUsers", Map.of())).hasMessageContaining(FasjsonConstants.VALUE);
    }

    private Object ask(String operation, Map<String, Object> headers) throws Exception {
        return routes.ask("fasjson:" + operation + "?connection=fedora", headers);
    }

    private ServiceException failure(String operation) {
        ServiceException failure = catchThrowableOfType(ServiceException.class, () -> ask(operation, Map.of()));
        assertThat(failure).as(operation).isNotNull();
        return failure;
    }

    private void assertRefused(String uri, String... parts) {
        assertThatThrownBy(() -> routes.context.getEndpoint(uri)).rootCause().message().contains(parts);
    }
}
