package dev.accolade.service.badgr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accolade.sandbox.Fault;
import dev.accolade.service.http.Operation;
import dev.accolade.service.http.ServiceException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.main.Main;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BadgrComponentTest {

    private final BadgrFixture fixture = new BadgrFixture();

    @AfterEach
    void stop() throws Exception {
        fixture.close();
    }

    @Test
    void sharesOneLoginAmongAllEndpointsOfAConnection() {
        assertThat(fixture.template.requestBody("badgr:check?connection=badges", null, BadgrCheck.class).issuers()).hasSize(2);
        assertThat(fixture.template.requestBody("badgr:issuers?connection=badges", null, List.class)).hasSize(2);
        BadgeClass found = fixture.template.requestBodyAndHeaders("badgr:badgeClassByName?connection=badges&issuer=Fedora Project", null,
                Map.of(BadgrConstants.BADGE_CLASS, "Packager"), BadgeClass.class);
        assertThat(found.entityId()).isEqualTo(BadgrFixture.PACKAGER);
        assertThat(fixture.logins()).hasSize(1);
    }

    @Test
    void issuesReadsAndRevokes() {
        Assertion made = fixture.template.requestBody("badgr:issueAssertion?connection=badges",
                IssueRequest.of(BadgrFixture.PACKAGER, "ann@example.org"), Assertion.class);
        List<?> held = fixture.template.requestBodyAndHeaders("badgr:assertionsByRecipient?connection=badges", null,
                Map.of(BadgrConstants.BADGE_CLASS, BadgrFixture.PACKAGER, BadgrConstants.RECIPIENT, "Ann@Example.org"), List.class);
        assertThat(held).isEqualTo(List.of(made));
        List<?> rows = fixture.template.requestBody("badgr:revokeAssertions?connection=badges",
                List.of(new Revocation(made.entityId(), "left")), List.class);
        assertThat(rows).isEqualTo(List.of(new RevokeRow(made.entityId(), RevokeRow.Outcome.REVOKED, "")));
        Assertion now = fixture.template.requestBodyAndHeader("badgr:assertion?connection=badges", null, BadgrConstants.ASSERTION, made.entityId(),
                Assertion.class);
        assertThat(now.revoked()).isTrue();
    }

    @Test
    void sendsNoHeaderOfTheExchangeToBadgr() {
        fixture.template.requestBodyAndHeaders("badgr:issueAssertion?connection=badges", IssueRequest.of(BadgrFixture.PACKAGER, "ann@example.org"),
                Map.of("CamelHttpUri", "http://elsewhere.invalid", "CamelHttpMethod", "DELETE", "X-Own", "own", "CamelBadgrIssuer", "x"));
        assertThat(fixture.badgr.calls()).allSatisfy(call -> assertThat(call.headers().keySet()).noneMatch(name -> name.startsWith("camel"))
                .doesNotContain("x-own"));
    }

    @Test
    void handsOverPagesWithTheHeadersOfTheExchange() throws Exception {
        List<Map<String, Object>> headers = new CopyOnWriteArrayList<>();
        List<Object> bodies = new CopyOnWriteArrayList<>();
        fixture.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:read").to("badgr:assertionsOfBadgeClass?connection=badges&badgeClass=" + BadgrFixture.PACKAGER + "&chunkTo=direct:page");
                from("direct:page").process(exchange -> {
                    headers.add(Map.copyOf(exchange.getIn().getHeaders()));
                    bodies.add(exchange.getIn().getBody());
                });
            }
        });
        fixture.client().issue(IssueRequest.of(BadgrFixture.PACKAGER, "ann@example.org"));
        fixture.client().issue(IssueRequest.of(BadgrFixture.PACKAGER, "ben@example.org"));
        assertThat(fixture.template.requestBodyAndHeader("direct:read", null, "snapshot", 7, Integer.class)).isEqualTo(2);
        assertThat(headers).singleElement().satisfies(one -> assertThat(one).containsEntry("snapshot", 7).containsEntry(BadgrConstants.CHUNK, 0));
        assertThat(bodies).singleElement().satisfies(page -> assertThat((List<?>) page).hasSize(2));
    }

    @Test
    void failsWhenThePageIsNotTaken() throws Exception {
        fixture.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:full").process(exchange -> {
                    throw new IllegalStateException("the store is full");
                });
            }
        });
        assertThatFailureOf("badgr:assertionsOfBadgeClass?connection=badges&chunkTo=direct:full&badgeClass=" + BadgrFixture.PACKAGER)
                .isInstanceOf(IllegalStateException.class).hasMessage("the store is full");
    }

    @Test
    void takesConnectionOptionsFromTheAddressWhereNoneIsNamed() {
        String uri = "badgr:issuers?baseUrl=" + fixture.sandbox.base("badgr") + "&username=robot@example.org&password=RAW(correct-horse-1)";
        assertThat(fixture.template.requestBody(uri, null, List.class)).hasSize(2);
        assertThat(fixture.context.getEndpoint(uri).toString()).doesNotContain("correct-horse");
    }

    @Test
    void takesNamedConnectionsFromApplicationProperties() throws Exception {
        Main main = new Main();
        main.addInitialProperty("camel.beans.community", "#class:" + BadgrConfiguration.class.getName());
        main.addInitialProperty("camel.beans.community.baseUrl", fixture.sandbox.base("badgr"));
        main.addInitialProperty("camel.beans.community.username", "robot@example.org");
        main.addInitialProperty("camel.beans.community.password", BadgrFixture.PASSWORD);
        main.addInitialProperty("camel.beans.community.responseTimeout", "30s");
        main.start();
        try {
            assertThat(main.getCamelTemplate().requestBody("badgr:issuers?connection=community", null, List.class)).hasSize(2);
            BadgrConfiguration bound = main.getCamelContext().getRegistry().lookupByNameAndType("community", BadgrConfiguration.class);
            assertThat(bound.getResponseTimeout()).isEqualTo(30_000);
        } finally {
            main.stop();
        }
    }

    @Test
    void refusesAtStartWhatNobodyKnows() {
        assertThatEndpoint("badgr:issueBadge?connection=badges")
                .hasStackTraceContaining("badgr has no operation 'issueBadge'; it has [check, account,");
        assertThatEndpoint("badgr:issuers?connection=bagdes").hasStackTraceContaining("no connection 'bagdes' for badgr: known are [badges]");
        assertThatEndpoint("badgr:issuers?connection=badges&baseUrl=http://x").hasStackTraceContaining("cannot be [baseUrl]");
        assertThatEndpoint("badgr:issuers?connection=badges&isuer=x").hasStackTraceContaining("[isuer]");
        assertThatEndpoint("badgr:issuers?baseUrl=http://x&usrname=me").hasStackTraceContaining("Unknown options [usrname]; known are [")
                .hasStackTraceContaining("username");
        assertThatEndpoint("badgr:issuers?baseUrl=http://x&username=me").hasStackTraceContaining("password is missing");
        assertThatEndpoint("badgr:issuers?baseUrl=http://x&maxConcurrency=0").hasStackTraceContaining("maxConcurrency is 0 (at least 1)");
        assertThatEndpoint("badgr:issuers").hasStackTraceContaining("username is missing");
        assertThatEndpoint("badgr:issuers?token=RAW(t)").hasStackTraceContaining("refreshToken is missing beside token");
    }

    @Test
    void saysWhichHeaderOrBodyIsMissing() {
        assertThatFailureOf("badgr:assertion?connection=badges").hasMessage("badgr:assertion needs the header CamelBadgrAssertion");
        assertThatFailureOf("badgr:issueAssertion?connection=badges").hasMessage("badgr:issueAssertion needs a body of IssueRequest");
        assertThat(fixture.badgr.calls()).isEmpty();
    }

    @Test
    void letsTheServiceExceptionThrough() {
        fixture.sandbox.faults().add(Fault.of("badgr", Fault.Kind.STATUS).withStatus(503).onPath("/v2/"));
        assertThatFailureOf("badgr:issuers?connection=badges").isInstanceOfSatisfying(ServiceException.class,
                failure -> assertThat(failure.turn()).isEqualTo(ServiceException.Turn.LATER));
    }

    @Test
    void offersInTheCatalogWhatItCanDo() {
        assertThat(String.join(",", Operation.names(BadgrOperation.class))).isEqualTo(BadgrOperation.NAMES);
        DefaultCamelCatalog catalog = new DefaultCamelCatalog();
        catalog.addComponent("badgr", BadgrComponent.class.getName(), resource("badgr.json"));
        assertThat(catalog.validateEndpointProperties("badgr:issueAssertion?connection=badges").isSuccess()).isTrue();
        assertThat(catalog.validateEndpointProperties("badgr:issueBadge?connection=badges").isSuccess()).isFalse();
        assertThat(catalog.validateEndpointProperties("badgr:issuers?conection=badges").getUnknown()).contains("conection");
    }

    private static String resource(String name) {
        try (InputStream in = BadgrComponent.class.getResourceAsStream("/META-INF/dev/accolade/service/badgr/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertThatEndpoint(String uri) {
        return assertThatThrownBy(() -> fixture.context.getEndpoint(uri));
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertThatFailureOf(String uri) {
        return assertThatThrownBy(() -> fixture.template.requestBody(uri, (Object) null)).isInstanceOf(CamelExecutionException.class).cause();
    }
}
