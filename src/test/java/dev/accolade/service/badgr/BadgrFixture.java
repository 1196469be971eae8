package dev.accolade.service.badgr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accolade.sandbox.Call;
import dev.accolade.sandbox.Sandbox;
import dev.accolade.sandbox.badgr.BadgrStandIn;
import dev.accolade.service.http.SettableClock;
import dev.accolade.service.http.Watched;
import java.time.Instant;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** A Badgr with two issuers, seven badge classes and a robot who may award, and a Camel context that knows it as {@code badges}. */
final class BadgrFixture implements AutoCloseable {

    static final String PACKAGER = "packagerPackagerPackag";
    static final String FEDORA = "fedoraFedoraFedoraFedo";
    static final String PASSWORD = "correct-horse-1";

    private static final String SEED = """
            {"users": [{"email": "robot@example.org", "password": "correct-horse-1"}, {"email": "other@example.org", "password": "correct-horse-1"},
                       {"email": "nobody@example.org", "password": "correct-horse-1"}],
             "applications": [{"client_id": "public", "scopes": ["rw:profile", "rw:issuer", "rw:backpack"]}],
             "issuers": [
               {"entityId": "fedoraFedoraFedoraFedo", "name": "Fedora Project", "createdBy": "robot@example.org", "badgeClasses": [
                 {"entityId": "packagerPackagerPackag", "name": "Packager"},
                 {"entityId": "paladinPaladinPaladinP", "name": "Paladin"},
                 {"entityId": "twinTwinTwinTwinTwinTa", "name": "Twin"},
                 {"entityId": "twinTwinTwinTwinTwinTb", "name": "Twin"}]},
               {"entityId": "courseCourseCourseCour", "name": "Course", "createdBy": "robot@example.org", "badgeClasses": [
                 {"entityId": "graduateGraduateGradua", "name": "Graduate"}]},
               {"entityId": "foreignForeignForeignF", "name": "Foreign", "createdBy": "other@example.org", "badgeClasses": [
                 {"entityId": "strangeStrangeStrangeS", "name": "Strange"}]}]}
            """;

    final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T09:30:00Z"));
    final Watched badgr = new Watched(new BadgrStandIn(clock));
    final Sandbox sandbox = Sandbox.start("127.0.0.1", 0, List.of(badgr));
    final CamelContext context = new DefaultCamelContext();
    final BadgrConfiguration configuration = new BadgrConfiguration();
    final BadgrComponent component = new BadgrComponent();
    final ProducerTemplate template;

    BadgrFixture() {
        try {
            badgr.load(new ObjectMapper().readTree(SEED));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
        configuration.setBaseUrl(sandbox.base("badgr"));
        configuration.setUsername("robot@example.org");
        configuration.setPassword(PASSWORD);
        component.useClock(clock);
        context.addComponent("badgr", component);
        context.getRegistry().bind("badges", configuration);
        context.start();
        template = context.createProducerTemplate();
    }

    /** A server that fails in the middle of a batch, after so many awards. */
    void failAfter(int awards) throws JsonProcessingException {
        badgr.load(new ObjectMapper().readTree(SEED.replaceFirst("\\{", "{\"settings\": {\"failAfterItems\": " + awards + "}, ")));
    }

    /** The client that routes use too. */
    BadgrClient client() {
        return component.client("badges", "badges", configuration);
    }

    List<Call> logins() {
        return badgr.calls("POST", "/o/token");
    }

    @Override
    public void close() throws Exception {
        context.close();
        sandbox.close();
    }
}
