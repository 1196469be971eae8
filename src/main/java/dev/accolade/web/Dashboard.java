package dev.accolade.web;

import dev.accolade.ledger.view.SourceStatus;
import dev.accolade.ledger.view.Status;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page at {@code /}: where everything stands, read from the ledger at the moment it is asked for. Safe for several threads. */
public final class Dashboard {

    private static final Logger LOG = LoggerFactory.getLogger(Dashboard.class);
    private static final int CHANGES = 100;
    private static final int FAILURES = 50;

    private final Status status;
    private final Map<String, Duration> maxAges;
    private final Supplier<List<String>> stoppedRules;
    private final Supplier<List<String>> unclear;
    private final Clock clock;
    private final Duration skewLimit;
    private final Page.Addresses addresses;
    private final TemplateEngine pages = TemplateEngine.createPrecompiled(ContentType.Html);

    /**
     * @param maxAges      how long a complete read counts as knowledge, by configured source
     * @param skewLimit    how far a service's clock may be away before it is shown
     * @param stoppedRules rules that stand still now, each as a sentence
     * @param unclear      what the identities file says in vain, each as a sentence
     * @param assets       what the page is dressed with
     */
    public Dashboard(Status status, Map<String, Duration> maxAges, Duration skewLimit, Supplier<List<String>> stoppedRules, Supplier<List<String>> unclear, Assets assets,
                     Clock clock) {
        this.status = status;
        this.maxAges = Map.copyOf(maxAges);
        this.skewLimit = skewLimit;
        this.stoppedRules = stoppedRules;
        this.unclear = unclear;
        this.addresses = new Page.Addresses(assets.address("pico.min.css"), assets.address("accolade.css"));
        this.clock = clock;
    }

    public void page(Exchange exchange) {
        try {
            Reply.page(exchange, 200, html());
        } catch (RuntimeException failed) {
            LOG.error("The dashboard was not shown, because the ledger or the rules could not be read. {}", Objects.requireNonNullElse(failed.getMessage(), failed.toString()));
            LOG.debug("This is where it happened.", failed);
            Reply.text(exchange, 500, "The dashboard cannot be shown now. The log says why.");
        }
    }

    String html() {
        StringOutput html = new StringOutput(64 * 1024);
        pages.render("dashboard.jte", Map.of("page", read()), html);
        return html.toString();
    }

    private Page read() {
        Instant now = clock.instant();
        List<SourceStatus> sources = status.sources(maxAges.keySet());
        Set<String> tooOld = sources.stream().filter(source -> tooOld(source, now)).map(SourceStatus::source).collect(Collectors.toSet());
        return new Page(new Age(now), addresses, sources, tooOld, status.lastPlan(), status.openChanges(CHANGES, 0), status.openCounts(), status.grants(),
                status.failures(FAILURES), stoppedRules.get(), status.paused(), status.leftAlone(), status.skewed(skewLimit), status.identity(FAILURES), unclear.get(),
                status.drift().open(FAILURES), status.drift().open());
    }

    private boolean tooOld(SourceStatus source, Instant now) {
        Duration maxAge = maxAges.get(source.source());
        return maxAge != null && source.lastCompleteRead().filter(read -> read.plus(maxAge).isBefore(now)).isPresent();
    }
}
