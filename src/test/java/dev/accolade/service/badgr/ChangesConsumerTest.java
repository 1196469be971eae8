package dev.accolade.service.badgr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accolade.sandbox.Fault;
import dev.accolade.service.http.ServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.ExceptionHandler;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesConsumerTest {

    private final BadgrFixture fixture = new BadgrFixture();
    private final BadgrClient client = fixture.client();
    private final List<List<?>> taken = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final List<ChangesConsumer> started = new ArrayList<>();
    private Instant kept;
    private boolean full;
    private boolean rollback;

    @AfterEach
    void stop() throws Exception {
        started.forEach(ChangesConsumer::stop);
        fixture.close();
    }

    private final class Kept implements FeedCursor {
        @Override
        public Optional<Instant> read(String feed) {
            assertThat(feed).isEqualTo("badges-changedAssertions");
            return Optional.ofNullable(kept);
        }

        @Override
        public void keep(String feed, Instant since) {
            kept = since;
        }
    }

    private ChangesConsumer consumer(String options) throws Exception {
        fixture.context.getRegistry().bind("kept", new Kept());
        BadgrEndpoint endpoint = fixture.context.getEndpoint("badgr:changedAssertions?connection=badges&initialDelay=3600000&cursor=#kept" + options, BadgrEndpoint.class);
        ChangesConsumer consumer = (ChangesConsumer) endpoint.createConsumer(exchange -> {
            if (full) {
                throw new IllegalStateException("the store is full");
            }
            exchange.setRollbackOnly(rollback);
            taken.add(exchange.getMessage().getBody(List.class));
        });
        consumer.setExceptionHandler(new Noted());
        consumer.start();
        started.add(consumer);
        return consumer;
    }

    private final class Noted implements ExceptionHandler {
        @Override
        public void handleException(Throwable failure) {
            failures.add(String.valueOf(failure.getMessage()));
        }

        @Override
        public void handleException(String message, Throwable failure) {
            failures.add(message);
        }

        @Override
        public void handleException(String message, Exchange exchange, Throwable failure) {
            failures.add(message);
        }
    }

    private Assertion award(String who) {
        fixture.clock.pass(Duration.ofSeconds(1));
        return client.issue(IssueRequest.of(BadgrFixture.PACKAGER, who + "@example.org"));
    }

    @Test
    void handsOverWhatChangedOnceAndGoesOnFromThere() throws Exception {
        ChangesConsumer consumer = consumer("");
        Assertion ann = award("ann");
        assertThat(consumer.poll()).isEqualTo(1);
        assertThat(consumer.poll()).isZero();
        Assertion ben = award("ben");
        assertThat(consumer.poll()).isEqualTo(1);
        assertThat(taken).containsExactly(List.of(ann), List.of(ben));
        assertThat(kept).isBetween(fixture.clock.instant().minusSeconds(10), fixture.clock.instant().minusSeconds(9));
        assertThat(failures).isEmpty();
    }

    @Test
    void tellsOfARevocationAsAChange() throws Exception {
        ChangesConsumer consumer = consumer("");
        Assertion ann = award("ann");
        consumer.poll();
        client.revoke(List.of(Revocation.of(ann.entityId())));
        assertThat(consumer.poll()).isEqualTo(1);
        assertThat(taken.get(1)).singleElement().extracting(one -> ((Assertion) one).revoked()).isEqualTo(true);
    }

    @Test
    void comesAgainWithWhatWasNotTaken() throws Exception {
        ChangesConsumer consumer = consumer("");
        award("ann");
        full = true;
        consumer.poll();
        assertThat(kept).isNull();
        assertThat(failures).singleElement().asString().contains("they come again");
        full = false;
        assertThat(consumer.poll()).isEqualTo(1);
        assertThat(taken).hasSize(1);
        assertThat(kept).isNotNull();
    }

    @Test
    void takesARollbackForAFailure() throws Exception {
        ChangesConsumer consumer = consumer("");
        award("ann");
        rollback = true;
        consumer.poll();
        assertThat(kept).isNull();
        assertThat(failures).hasSize(1);
    }

    @Test
    void keepsNothingWhenALaterPageFails() throws Exception {
        ChangesConsumer consumer = consumer("&pageSize=2");
        for (String who : List.of("ann", "ben", "cem")) {
            award(who);
        }
        fixture.sandbox.faults().add(Fault.of("badgr", Fault.Kind.CUT_BODY).onPath("changed").after(1).times(1));
        assertThatThrownBy(consumer::poll).isInstanceOf(ServiceException.class);
        assertThat(taken).hasSize(1);
        assertThat(kept).isNull();
        assertThat(consumer.poll()).isEqualTo(2);
        assertThat(taken.subList(1, 3)).extracting(List::size).containsExactly(2, 1);
    }

    @Test
    void beginsWithTheTimeThatWasGiven() throws Exception {
        award("ann");
        ChangesConsumer consumer = consumer("&since=" + fixture.clock.instant().plusMillis(1));
        assertThat(consumer.poll()).isZero();
        award("ben");
        assertThat(consumer.poll()).isEqualTo(1);
    }

    @Test
    void beginsARouteAndKeepsItsTimeInAFile(@TempDir Path folder) throws Exception {
        LinkedBlockingQueue<Object> bodies = new LinkedBlockingQueue<>();
        Assertion ann = award("ann");
        fixture.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("badgr:changedAssertions?connection=badges&initialDelay=1&delay=1&cursorFolder=" + folder).routeId("follow")
                        .process(exchange -> bodies.add(exchange.getMessage().getBody()));
            }
        });
        assertThat(bodies.poll(20, TimeUnit.SECONDS)).isEqualTo(List.of(ann));
        Path file = folder.resolve("badges-changedAssertions.cursor");
        Awaitility.await().until(() -> Files.exists(file));
        fixture.context.getRouteController().stopRoute("follow");
        assertThat(Instant.parse(Files.readString(file).strip())).isBetween(fixture.clock.instant().minusSeconds(10), fixture.clock.instant().minusSeconds(9));
        assertThat(bodies).isEmpty();
    }

    @Test
    void isOfferedForFeedsAlone() throws Exception {
        BadgrEndpoint issuers = fixture.context.getEndpoint("badgr:issuers?connection=badges", BadgrEndpoint.class);
        assertThatThrownBy(() -> issuers.createConsumer(exchange -> { })).isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("changedAssertions");
        assertThatThrownBy(() -> consumer("&pageSize=0")).hasMessageContaining("pageSize is 0");
        assertThatThrownBy(() -> consumer("&since=soon")).hasMessageContaining("since is not a time");
    }

    @Test
    void answersChangesToARouteThatAsks() {
        Assertion ann = award("ann");
        Changes changes = fixture.template.requestBody("badgr:changedAssertions?connection=badges", null, Changes.class);
        assertThat(changes.items()).isEqualTo(List.of(ann));
        assertThat(fixture.template.requestBodyAndHeader("badgr:changedAssertions?connection=badges", null, BadgrConstants.SINCE,
                changes.timestamp().plusSeconds(1).toString(), Changes.class).items()).isEmpty();
        assertThat(fixture.template.requestBody("badgr:changedIssuers?connection=badges", null, Changes.class).items()).hasSize(2);
        assertThat(fixture.template.requestBody("badgr:changedBadgeClasses?connection=badges", null, Changes.class).items()).hasSize(5);
    }
}
