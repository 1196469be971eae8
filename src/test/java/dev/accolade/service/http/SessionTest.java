package dev.accolade.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accolade.service.http.ServiceException.Effect;
import dev.accolade.service.http.ServiceException.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SessionTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T09:30:00Z"));
    private final AtomicInteger logins = new AtomicInteger();
    private final List<Optional<Ticket>> replaced = new ArrayList<>();
    private volatile ServiceException refusal;
    private final Session session = new Session("badges", last -> {
        replaced.add(last);
        int number = logins.incrementAndGet();
        if (refusal != null) {
            throw refusal;
        }
        return new Ticket("t" + number, Optional.of(clock.instant().plusSeconds(600)), Optional.of("r" + number));
    }, Duration.ofSeconds(60), clock);

    @Test
    void logsInOnceWhenManyThreadsNeedIt() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(16);
        try {
            Callable<String> call = () -> session.with(Ticket::secret);
            for (Future<String> one : pool.invokeAll(Collections.nCopies(64, call))) {
                assertThat(one.get()).isEqualTo("t1");
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(logins).hasValue(1);
    }

    @Test
    void renewsOnceWhenManyThreadsAreRefused() throws Exception {
        session.ticket();
        ExecutorService pool = Executors.newFixedThreadPool(16);
        try {
            Callable<String> call = () -> session.with(ticket -> {
                if (ticket.secret().equals("t1")) {
                    throw refused(401, null);
                }
                return ticket.secret();
            });
            for (Future<String> one : pool.invokeAll(Collections.nCopies(64, call))) {
                assertThat(one.get()).isEqualTo("t2");
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(logins).hasValue(2);
    }

    @Test
    void renewsAMarginBeforeTheEndAndHandsOverTheOldTicket() {
        session.ticket();
        clock.pass(Duration.ofSeconds(539));
        assertThat(session.ticket().secret()).isEqualTo("t1");
        clock.pass(Duration.ofSeconds(1));
        assertThat(session.ticket().secret()).isEqualTo("t2");
        assertThat(replaced.get(1).flatMap(Ticket::renewal)).contains("r1");
    }

    @Test
    void repeatsARefusedCallOnceAndNoMore() {
        AtomicInteger calls = new AtomicInteger();
        assertThatThrownBy(() -> session.with(ticket -> {
            calls.incrementAndGet();
            throw refused(401, null);
        })).isInstanceOf(ServiceException.class);
        assertThat(calls).hasValue(2);
        assertThat(logins).hasValue(2);
    }

    @Test
    void leavesOtherRefusalsAlone() {
        assertThatThrownBy(() -> session.with(ticket -> {
            throw refused(403, null);
        })).isInstanceOf(ServiceException.class);
        assertThat(logins).hasValue(1);
    }

    @Test
    void stopsAskingAfterARefusedLoginAndSaysSo() {
        refusal = refused(400, null);
        assertThatThrownBy(session::ticket).isSameAs(refusal);
        ServiceException early = catchThrowableOfType(ServiceException.class, session::ticket);
        assertThat(early).hasMessageContaining("not asked to log in again before 2026-03-01T09:30:02Z").hasMessageContaining("refused with 400");
        assertThat(early.turn()).isEqualTo(Turn.OPERATOR);
        assertThat(early.retryAfter()).contains(Duration.ofSeconds(2));
        assertThat(logins).hasValue(1);
    }

    @Test
    void waitsTwiceAsLongAfterEachRefusalUntilALoginSucceeds() {
        refusal = refused(400, null);
        for (int wait : new int[] {2, 4, 8}) {
            assertThatThrownBy(session::ticket).isSameAs(refusal);
            clock.pass(Duration.ofSeconds(wait).minusMillis(1));
            assertThatThrownBy(session::ticket).isNotSameAs(refusal);
            clock.pass(Duration.ofMillis(1));
        }
        refusal = null;
        assertThat(session.ticket().secret()).isEqualTo("t4");
    }

    @Test
    void waitsAsLongAsTheServiceAsks() {
        refusal = refused(429, Duration.ofSeconds(90));
        assertThatThrownBy(session::ticket).isSameAs(refusal);
        clock.pass(Duration.ofSeconds(89));
        assertThatThrownBy(session::ticket).isNotSameAs(refusal);
        clock.pass(Duration.ofSeconds(1));
        refusal = null;
        assertThat(session.ticket().secret()).isEqualTo("t2");
    }

    @Test
    void waitsAnHourAtMostOfItsOwn() {
        refusal = refused(400, null);
        for (int i = 0; i < 40; i++) {
            assertThatThrownBy(session::ticket).isSameAs(refusal);
            clock.pass(Duration.ofHours(1));
        }
        assertThat(logins).hasValue(40);
    }

    @Test
    void saysThatTheCallWasNotSentWhenTheLoginGotNoAnswer() {
        refusal = new ServiceException(Turn.LATER, Effect.POSSIBLE, 0, null, "badges: no answer to POST /o/token", null);
        ServiceException failure = catchThrowableOfType(ServiceException.class, session::ticket);
        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(failure.turn()).isEqualTo(Turn.LATER);
        assertThat(failure).hasMessageContaining("what needed it was not sent");
    }

    @Test
    void usesAShortLivedTicketForHalfItsLife() {
        Session brief = new Session("brief", last -> new Ticket("t" + logins.incrementAndGet(), Optional.of(clock.instant().plusSeconds(10)),
                Optional.empty()), Duration.ofMinutes(10), clock);
        assertThat(brief.ticket().secret()).isEqualTo("t1");
        clock.pass(Duration.ofSeconds(4));
        assertThat(brief.ticket().secret()).isEqualTo("t1");
        clock.pass(Duration.ofSeconds(1));
        assertThat(brief.ticket().secret()).isEqualTo("t2");
    }

    @Test
    void showsNoSecret() {
        assertThat(session.ticket().toString()).doesNotContain("t1").doesNotContain("r1");
    }

    private static ServiceException refused(int status, Duration retryAfter) {
        return new ServiceException(Turn.OPERATOR, Effect.NONE, status, retryAfter, "refused with " + status, null);
    }
}
