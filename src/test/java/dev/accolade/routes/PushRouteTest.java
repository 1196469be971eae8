package dev.accolade.routes;

import dev.accolade.flow.BadgeSteps;
import dev.accolade.flow.PushSteps;
import dev.accolade.ledger.Claim;
import dev.accolade.ledger.Claims;
import dev.accolade.ledger.Database;
import dev.accolade.ledger.Erased;
import dev.accolade.ledger.GroupCommit;
import dev.accolade.ledger.Objects;
import dev.accolade.ledger.Seal;
import dev.accolade.ledger.Settlements;
import dev.accolade.model.ChangeKind;
import dev.accolade.model.Desired;
import dev.accolade.model.GrantKey;
import dev.accolade.service.badgr.BadgrConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of steps in the route that does one change on a Badgr, with the calls themselves replaced. */
class PushRouteTest extends CamelTestSupport {

    @TempDir
    static Path folder;
    Database database;
    GroupCommit commits;

    PushRouteTest() {
        testConfigurationBuilder.withUseAdviceWith(true);
    }

    @AfterEach
    void close() {
        commits.close();
        database.close();
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        database = new Database(folder.resolve("ledger-" + System.nanoTime() + ".db"));
        commits = new GroupCommit(database);
        Clock clock = Clock.systemUTC();
        PushSteps push = new PushSteps(new Claims(database, clock, Duration.ofMinutes(5), Map.of()), new Settlements(commits, clock), new Objects(database, clock, new Erased(Seal.of(folder.resolve("key")))), clock, "test", 1, List.of("badges"));
        BadgrConfiguration connection = new BadgrConfiguration();
        connection.setBaseUrl("http://127.0.0.1:9");
        connection.setUsername("nobody@example.org");
        connection.setPassword("none");
        context.getRegistry().bind("badges", connection);
        context.getRegistry().bind("pushSteps", push);
        context.getRegistry().bind("badgeSteps", new BadgeSteps(push, clock));
        return context;
    }

    @Override
    protected RoutesBuilder[] createRouteBuilders() throws Exception {
        for (String file : List.of("failures", "push")) {
            String text = Files.readString(Path.of("routes/" + file + ".camel.yaml"));
            PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString(file + ".camel.yaml", text));
        }
        return new RoutesBuilder[] {new RouteBuilder() {
            @Override
            public void configure() {
                templatedRoute("push-one-badgr").routeId("push-one-badges").prefixId("one").parameter("target", "badges");
                templatedRoute("issue-badgr").routeId("issue-badges").prefixId("issue").parameter("target", "badges");
            }
        }};
    }

    @Test
    void anAwardIsSentWithoutALookWhenNothingWasTriedBefore() throws Exception {
        MockEndpoint look = replaced("push-one-badges", "badgr:assertionsByRecipient*", "mock:look");
        MockEndpoint issue = replaced("issue-badges", "badgr:issueAssertion*", "mock:issue");
        context.start();
        look.expectedMessageCount(0);
        issue.expectedMessageCount(1);
        template.send("direct:push-one-badges", exchange -> exchange.getMessage().setBody(claim(false, Instant.now().plusSeconds(60))));
        MockEndpoint.assertIsSatisfied(context);
    }

    @Test
    void anAwardWhoseLastAttemptIsUnknownLooksFirst() throws Exception {
        MockEndpoint account = replaced("push-one-badges", "badgr:account*", "mock:account");
        MockEndpoint look = replaced("push-one-badges", "badgr:assertionsByRecipient*", "mock:look");
        MockEndpoint issue = replaced("issue-badges", "badgr:issueAssertion*", "mock:issue");
        context.start();
        account.whenAnyExchangeReceived(exchange -> exchange.getMessage().setBody("our-account"));
        look.whenAnyExchangeReceived(exchange -> exchange.getMessage().setBody(List.of()));
        look.expectedMessageCount(1);
        look.expectedHeaderReceived("AccoladeSelf", "our-account");
        issue.expectedMessageCount(1);
        issue.expectedHeaderReceived("CamelBadgrRecipient", "alice@example.org");
        template.send("direct:push-one-badges", exchange -> exchange.getMessage().setBody(claim(true, Instant.now().plusSeconds(60))));
        MockEndpoint.assertIsSatisfied(context);
    }

    @Test
    void aChangeThatWaitedTooLongForItsTurnIsNotSent() throws Exception {
        MockEndpoint issue = replaced("issue-badges", "badgr:issueAssertion*", "mock:issue");
        context.start();
        issue.expectedMessageCount(0);
        template.send("direct:push-one-badges", exchange -> exchange.getMessage().setBody(claim(false, Instant.now().minusSeconds(1))));
        MockEndpoint.assertIsSatisfied(context);
    }

    private MockEndpoint replaced(String route, String call, String mock) throws Exception {
        AdviceWith.adviceWith(context, route, advice -> advice.weaveByToUri(call).replace().to(mock));
        return getMockEndpoint(mock);
    }

    private static Claim claim(boolean lookFirst, Instant beginBy) {
        return new Claim(1, new GrantKey("badges", "class-1", 7), 1, ChangeKind.AWARD, "Fedora Project / Packager",
                new Desired.Badge(Optional.of("alice@example.org"), Optional.empty(), List.of()), Optional.empty(), true, lookFirst, 1, Instant.now(), beginBy, Map.of(), "test");
    }
}
