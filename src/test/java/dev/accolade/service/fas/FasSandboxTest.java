package dev.accolade.service.fas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accolade.sandbox.Fault;
import dev.accolade.sandbox.SandboxCredentials;
import dev.accolade.sandbox.community.Community;
import dev.accolade.sandbox.fas.FasStandIn;
import dev.accolade.service.Routes;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The component against the sandbox's FAS2. */
class FasSandboxTest {

    private final List<Object> staged = new ArrayList<>();
    private Routes routes;

    @BeforeEach
    void start() throws Exception {
        routes = new Routes(new FasStandIn());
        routes.sandbox.load("fas", Community.sample().seed("fas"));
        routes.connect("fedora", login(SandboxCredentials.FAS_USERNAME, SandboxCredentials.FAS_PASSWORD));
        routes.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:stage").process(chunk -> staged.addAll(chunk.getIn().getBody(List.class)));
            }
        });
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    @Test
    void knowsWhoItIs() throws Exception {
        assertThat(((FasCheck) ask("check")).account().username()).isEqualTo("accolade");
    }

    @Test
    void takesAnAddressAsUserName() throws Exception {
        routes.connect("byAddress", login("accolade@example.org", SandboxCredentials.FAS_PASSWORD));

        assertThat(((FasCheck) routes.ask("fas:check?connection=byAddress", Map.of())).account().username()).isEqualTo("accolade");
    }

    @Test
    void readsEveryGroupInChunksAsItStandsAlone() throws Exception {
        FasCounts counts = (FasCounts) ask("groupData", "chunkSize=7&chunkTo=direct:stage");

        assertThat(counts.groups()).isEqualTo(staged.stream().map(part -> ((FasGroupMembers) part).id()).distinct().count()).isGreaterThan(9);
        assertThat(counts.memberships()).isEqualTo(staged.stream().mapToInt(part -> ((FasGroupMembers) part).memberships().size()).sum());
        FasGroup packager = group("packager").orElseThrow();
        assertThat(staged).filteredOn(part -> ((FasGroupMembers) part).id() == packager.id())
                .flatMap(part -> ((FasGroupMembers) part).memberships()).containsExactlyInAnyOrderElementsOf(packager.approved());
        assertThat(staged).anyMatch(part -> ((FasGroupMembers) part).name().equals("emeritus") && ((FasGroupMembers) part).memberships().isEmpty());
    }

    @Test
    @SuppressWarnings("unchecked")
    void readsEverybodyWhateverTheirNameOrAddressOrAgreement() throws Exception {
        List<FasPerson> people = (List<FasPerson>) ask("people");

        assertThat(people).hasSize(Community.sample().seed("fas").get("people").size()).extracting(FasPerson::username).doesNotHaveDuplicates();
        assertThat(people).extracting(FasPerson::humanName).contains("Светлана Козлова", "Nguyễn Anh Tuấn");
        assertThat(people).filteredOn(person -> person.username().equals("oma")).extracting(FasPerson::email).containsExactly(Optional.empty());
        assertThat(people).filteredOn(person -> person.username().equals("releasebot")).extracting(FasPerson::status).containsExactly("bot");
    }

    @Test
    void tellsApprovedRolesFromThoseThatWait() throws Exception {
        FasPersonWithRoles teo = person("teo").orElseThrow();

        assertThat(teo.roles()).filteredOn(role -> role.groupName().equals("packager")).singleElement().matches(role -> !role.isApproved());
        assertThat(group("packager").orElseThrow().approved()).noneMatch(member -> member.personId() == teo.person().id());
        assertThat(routes.ask("fas:personById?connection=fedora", Map.of(FasConstants.PERSON_ID, teo.person().id()))).isEqualTo(Optional.of(teo));
    }

    @Test
    void findsNothingWhereNothingIs() throws Exception {
        assertThat(person("nobody")).isEmpty();
        assertThat(group("nothing")).isEmpty();
        assertThat(routes.ask("fas:groupById?connection=fedora", Map.of(FasConstants.GROUP_ID, 1))).isEqualTo(Optional.empty());
        assertThat(routes.ask("fas:personById?connection=fedora", Map.of(FasConstants.PERSON_ID, 1))).isEqualTo(Optional.empty());
    }

    @Test
    void seesAMembershipThatJustEndedOnlyWhenAskingAfresh() throws Exception {
        long before = ((FasCounts) ask("groupData", "chunkTo=direct:stage")).memberships();
        routes.control("DELETE", "/groups/packager/members/kenji", "");

        assertThat(((FasCounts) ask("groupData", "chunkTo=direct:stage&forceRefresh=false")).memberships()).isEqualTo(before);
        assertThat(((FasCounts) ask("groupData", "chunkTo=direct:stage")).memberships()).isEqualTo(before - 1);
    }

    @Test
    void goesOnWhenTheSessionEndsInTheMiddleOfARun() throws Exception {
        ask("people");
        routes.control("POST", "/settings", "{\"expireSessions\": true}");

        assertThat(person("kenji")).isPresent();
    }

    @Test
    void callsAWrongPasswordTheOperatorsTurn() {
        routes.connect("wrong", login("accolade", "guess"));
        ServiceException failure = failure("fas:groupData?connection=wrong");

        assertThat(failure.turn()).isEqualTo(Turn.OPERATOR);
        assertThat(failure).hasMessageNotContaining("guess");
    }

    @Test
    void saysSoWhenSomethingInBetweenStripsTheCookie() throws Exception {
        routes.control("POST", "/settings", "{\"noCookie\": true}");

        assertThat(failure("fas:people?connection=fedora")).hasMessageContaining("no session cookie");
    }

    @ParameterizedTest
    @CsvSource({"groupData,group_data", "people,user/list"})
    void failsWhenAListIsCutInTheMiddleAndSucceedsTheNextTime(String operation, String path) throws Exception {
        routes.sandbox.faults().add(Fault.of("fas", Fault.Kind.CUT_BODY).onPath(path).times(1));

        assertThat(failure("fas:" + operation + "?connection=fedora&chunkSize=5&chunkTo=direct:stage").turn()).isEqualTo(Turn.LATER);
        assertThat(staged).isNotEmpty();
        assertThat(ask(operation, "chunkTo=direct:stage")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"HTML,200,LATER", "STATUS,500,LATER", "STATUS,302,OPERATOR", "STATUS,404,NEVER", "TOO_MANY,429,LATER", "RESET_AFTER,0,LATER"})
    void sortsFailures(Fault.Kind kind, int status, Turn turn) throws Exception {
        ask("check");
        routes.sandbox.faults().add(Fault.of("fas", kind).withStatus(status).retryAfter(9));

        for (String operation : List.of("groupData", "people")) {
            ServiceException failure = failure("fas:" + operation + "?connection=fedora");
            assertThat(failure.turn()).isEqualTo(turn);
            boolean saysWhen = kind == Fault.Kind.TOO_MANY || kind == Fault.Kind.STATUS;
            assertThat(failure.retryAfter()).isEqualTo(saysWhen ? Optional.of(Duration.ofSeconds(9)) : Optional.empty());
        }
    }

    private static FasConfiguration login(String username, String password) {
        FasConfiguration configuration = new FasConfiguration();
        configuration.setUsername(username);
        configuration.setPassword(password);
        return configuration;
    }

    private Object ask(String operation, String... options) throws Exception {
        return routes.ask("fas:" + operation + "?connection=fedora" + (options.length == 0 ? "" : "&" + options[0]), Map.of());
    }

    @SuppressWarnings("unchecked")
    private Optional<FasPersonWithRoles> person(String username) throws Exception {
        return (Optional<FasPersonWithRoles>) routes.ask("fas:personByUsername?connection=fedora", Map.of(FasConstants.USERNAME, username));
    }

    @SuppressWarnings("unchecked")
    private Optional<FasGroup> group(String name) throws Exception {
        return (Optional<FasGroup>) routes.ask("fas:groupByName?connection=fedora", Map.of(FasConstants.GROUP_NAME, name));
    }

    private ServiceException failure(String uri) {
        ServiceException failure = catchThrowableOfType(ServiceException.class, () -> routes.ask(uri, Map.of()));
        assertThat(failure).as(uri).isNotNull();
        return failure;
    }
}
