package dev.accolade.service.bodhi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accolade.sandbox.Fault;
import dev.accolade.sandbox.bodhi.BodhiStandIn;
import dev.accolade.sandbox.community.Community;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The component against the sandbox's Bodhi. */
@SuppressWarnings("unchecked")
class BodhiSandboxTest {

    private final List<Object> chunks = new ArrayList<>();
    private Routes routes;

    @BeforeEach
    void start() throws Exception {
        routes = new Routes(new BodhiStandIn());
        routes.sandbox.load("bodhi", Community.sample().seed("bodhi"));
        BodhiConfiguration options = new BodhiConfiguration();
        options.setPageSize(7);
        routes.connect("updates", options);
        routes.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:stage").process(chunk -> chunks.addAll(chunk.getIn().getBody(List.class)));
                from("direct:push").process(chunk -> routes.control("POST", "/updates",
                        "{\"alias\": \"FEDORA-NEW-" + chunks.size() + "\", \"user\": \"zofia\", \"builds\": [\"nano-1-1\"]}")).to("direct:stage");
                from("direct:lose").to("direct:stage").process(chunk -> routes.control("DELETE", "/updates/" + ((BodhiUpdate) chunks.get(0)).alias(), ""));
            }
        });
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    @Test
    void readsAllUpdatesLastSubmittedFirst() throws Exception {
        List<BodhiUpdate> updates = updates("", Map.of());

        assertThat(updates).hasSize((int) ((BodhiCheck) ask("check", Map.of())).updates()).extracting(BodhiUpdate::alias).doesNotHaveDuplicates();
        assertThat(updates).extracting(update -> update.times().submitted().orElseThrow()).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void readsWhatSomebodyPublished() throws Exception {
        List<BodhiUpdate> zofias = updates("&statuses=stable", Map.of(BodhiConstants.USER, "zofia"));

        assertThat(zofias).isNotEmpty().allMatch(BodhiUpdate::isPublished).allMatch(update -> update.user().equals(Optional.of("zofia")));
        assertThat(zofias).allMatch(update -> update.times().stable().isPresent() && update.builds().get(0).startsWith("tool-of-zofia-"));
        assertThat(updates("&packages=tool-of-zofia", Map.of())).isNotEmpty().extracting(BodhiUpdate::user).containsOnly(Optional.of("zofia"));
        assertThat(updates("&releases=F39", Map.of())).isNotEmpty().extracting(BodhiUpdate::release).containsOnly(Optional.of("F39"));
    }

    @Test
    void readsWhatWasModifiedSince() throws Exception {
        BodhiUpdate newest = updates("", Map.of()).get(0);
        String since = newest.times().modified().orElseThrow().toString();

        assertThat(updates("", Map.of(BodhiConstants.MODIFIED_SINCE, since))).extracting(BodhiUpdate::alias).containsExactly(newest.alias());
        assertThatThrownBy(() -> updates("", Map.of(BodhiConstants.MODIFIED_SINCE, "yesterday"))).hasMessageContaining(BodhiConstants.MODIFIED_SINCE);
    }

    @Test
    void takesSomebodyWhomBodhiDoesNotKnowForSomebodyWithoutUpdates() throws Exception {
        assertThat(updates("", Map.of(BodhiConstants.USER, "teo"))).isEmpty();
        assertThat(ask("user", Map.of(BodhiConstants.USER, "teo"))).isEqualTo(Optional.empty());
        assertThat(catchThrowableOfType(ServiceException.class, () -> updates("", Map.of(BodhiConstants.USER, "teo,zofia")))).hasMessageContaining("user");
    }

    @Test
    void findsOneUpdateAndOnePerson() throws Exception {
        BodhiUpdate first = updates("", Map.of()).get(0);

        assertThat(ask("update", Map.of(BodhiConstants.ALIAS, first.alias()))).isEqualTo(Optional.of(first));
        assertThat(ask("update", Map.of(BodhiConstants.ALIAS, "FEDORA-0000-0"))).isEqualTo(Optional.empty());
        assertThat(ask("update", Map.of(BodhiConstants.ALIAS, "tool-of-zofia"))).as("the name of a package").isEqualTo(Optional.empty());
        assertThat(((Optional<BodhiUser>) ask("user", Map.of(BodhiConstants.USER, "zofia"))).orElseThrow().groups()).contains("packager");
        assertThat((List<BodhiUser>) ask("users", Map.of())).extracting(BodhiUser::name).contains("zofia").doesNotHaveDuplicates();
    }

    @Test
    void takesOnceWhatNewUpdatesPushToTheNextPage() throws Exception {
        int before = updates("", Map.of()).size();
        Object count = routes.ask("bodhi:updates?connection=updates&chunkTo=direct:push", Map.of());

        assertThat(count).isEqualTo(before);
        assertThat(chunks).doesNotHaveDuplicates();
    }

    @Test
    void countsNothingOfAListThatLostSomething() {
        ServiceException failure = catchThrowableOfType(ServiceException.class,
                () -> routes.ask("bodhi:updates?connection=updates&chunkTo=direct:lose", Map.of()));

        assertThat(failure.turn()).isEqualTo(Turn.LATER);
        assertThat(failure).hasMessageContaining("lost something");
    }

    @ParameterizedTest
    @CsvSource({"302,OPERATOR", "404,NEVER", "429,LATER", "500,LATER", "503,LATER"})
    void sortsRefusals(int status, Turn turn) {
        routes.sandbox.faults().add(Fault.of("bodhi", Fault.Kind.STATUS).withStatus(status));

        assertThat(catchThrowableOfType(ServiceException.class, () -> updates("", Map.of())).turn()).isEqualTo(turn);
        assertThat(catchThrowableOfType(ServiceException.class, () -> ask("user", Map.of(BodhiConstants.USER, "zofia"))).turn()).isEqualTo(turn);
        assertThat(catchThrowableOfType(ServiceException.class, () -> ask("check", Map.of()))).hasMessageContaining("updates: HTTP " + status);
    }

    @Test
    void saysWhichParameterBodhiDoesNotAccept() {
        assertThat(catchThrowableOfType(ServiceException.class, () -> updates("&statuses=published", Map.of()))).hasMessageContaining("status")
                .extracting(ServiceException::turn).isEqualTo(Turn.NEVER);
    }

    @Test
    void refusesAtStartWhatCannotWork() {
        assertRefused("bodhi:save?connection=updates", "it has [check, updates");
        assertRefused("bodhi:updates?connection=updates&status=stable", "statuses");
        assertRefused("bodhi:updates?baseUrl=http://127.0.0.1:1&pageSize=1001", "pageSize");
        assertThatThrownBy(() -> ask("update", Map.of(BodhiConstants.ALIAS, "a/b"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ask("user", Map.of())).hasMessageContaining(BodhiConstants.USER);
    }

    private List<BodhiUpdate> updates(String options, Map<String, Object> headers) throws Exception {
        return (List<BodhiUpdate>) routes.ask("bodhi:updates?connection=updates" + options, headers);
    }

    private Object ask(String operation, Map<String, Object> headers) throws Exception {
        return routes.ask("bodhi:" + operation + "?connection=updates", headers);
    }

    private void assertRefused(String uri, String... parts) {
        assertThatThrownBy(() -> routes.context.getEndpoint(uri)).rootCause().message().contains(parts);
    }
}
