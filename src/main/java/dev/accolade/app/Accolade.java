package dev.accolade.app;

import dev.accolade.config.Service;
import dev.accolade.config.Settings;
import dev.accolade.flow.CaveFacts;
import dev.accolade.flow.CloudspotFacts;
import dev.accolade.flow.FasFacts;
import dev.accolade.flow.Headers;
import dev.accolade.flow.LookAgainSteps;
import dev.accolade.flow.PreflightSteps;
import dev.accolade.flow.PullSteps;
import dev.accolade.flow.SurveySteps;
import dev.accolade.ledger.Accounts;
import dev.accolade.ledger.Claims;
import dev.accolade.ledger.Correlation;
import dev.accolade.ledger.Plans.Summary;
import dev.accolade.ledger.Snapshots;
import dev.accolade.ledger.view.Status;
import dev.accolade.reconcile.Forgetting;
import dev.accolade.reconcile.Premises;
import dev.accolade.reconcile.Reconciler;
import dev.accolade.web.AnswerHeaders;
import dev.accolade.web.Assets;
import dev.accolade.web.Dashboard;
import dev.accolade.web.Health;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;

/** A running Accolade: everything put together and started. Safe for several threads. */
public final class Accolade implements AutoCloseable {

    /** What it is started for. */
    public enum Mode {
        /** Schedules, hints, pushers, events and the dashboard run by themselves. */
        SERVE,
        /** Nothing happens that is not asked for. */
        COMMAND
    }

    private final Settings settings;
    private final Clock clock;
    private final Ledger ledger;
    private final RulesInForce rules;
    private final IdentitiesInForce identities;
    private final Correlation correlation;
    private final Reconciler reconciler;
    private final Premises premises;
    private final Claims claims;
    private final Accounts accounts;
    private final PullSteps pull;
    private final Forgetting forgetting;
    private final Main main = new Main();
    private final List<ExecutorService> workers = new ArrayList<>();
    private ProducerTemplate producer;

    private Accolade(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.rules = new RulesInForce(settings);
        this.identities = new IdentitiesInForce(settings);
        this.ledger = new Ledger(settings, clock);
        this.accounts = ledger.accounts();
        this.claims = ledger.claims();
        this.premises = ledger.premises(rules, identities);
        this.correlation = ledger.correlation(identities);
        this.reconciler = new Reconciler(ledger.persons(), correlation, ledger.plans(), ledger.objects(), premises, ledger.leases(), clock,
                "reconciler-" + UUID.randomUUID(), settings.program().duration("identity.wait"));
        this.forgetting = new Forgetting(reconciler, ledger.erasures());
        this.pull = new PullSteps(ledger.snapshots(), clock);
    }

    /**
     * Opens the ledger, reads the rules, loads the routes and starts them.
     *
     * @throws RuntimeException saying what is wrong; then nothing is left running
     */
    public static Accolade start(Settings settings, Mode mode, Clock clock) {
        Accolade accolade = new Accolade(settings, clock);
        try {
            accolade.start(mode);
            return accolade;
        } catch (Exception failed) {
            accolade.close();
            throw failed instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failed);
        }
    }

    private void start(Mode mode) throws Exception {
        if (mode == Mode.SERVE) {
            ListenAddress.check(settings.program());
        }
        ledger.snapshots().discardAbandoned();
        bindSteps();
        Connections.of(settings).forEach(main::bind);
        main.bind("readingThreads", workers("reading", 4));
        settings.targets().values().forEach(target -> main.bind("pushingThreads-" + target.name(), workers("pushing-" + target.name(), Math.max(1, target.count("concurrency")))));
        CamelProperties.of(settings, mode == Mode.SERVE).forEach((key, value) -> main.addInitialProperty(key, value));
        main.configure().addRoutesBuilder(new Instances(settings, mode == Mode.SERVE));
        // Whoever started it stops it; a hook of Camel's own would hold it in memory until the process ends.
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        main.addMainListener(new TellingFailures());
        main.start();
        producer = context().createProducerTemplate();
        if (context().getRoutesSize() == 0) {
            throw new IllegalStateException("No route was loaded from " + settings.resolve("accolade.routes") + ". Nothing runs; put the files of routes/ there.");
        }
    }

    private ExecutorService workers(String name, int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads, Threads.named(name));
        workers.add(pool);
        return pool;
    }

    /** Names with a capital in them, which no source or target can have. */
    private void bindSteps() {
        Snapshots snapshots = ledger.snapshots();
        main.bind("pullSteps", pull);
        main.bind("fasFacts", new FasFacts(snapshots, pull));
        main.bind("caveFacts", new CaveFacts(snapshots, pull, clock));
        main.bind("cloudspotFacts", new CloudspotFacts(snapshots, pull, accounts, clock));
        main.bind("lookAgainSteps", new LookAgainSteps(ledger.hints(), reconciler, accounts, clock));
        main.bind("surveySteps", new SurveySteps(rules, ledger.objects(), clock));
        main.bind("preflightSteps", new PreflightSteps(ledger.barriers(), rules,
                settings.targets().values().stream().collect(Collectors.toMap(Service::name, Service::type))));
        main.bind("reconcileSteps", reconciler);
        Verifying.of(settings, ledger, reconciler, premises, clock).forEach(main::bind);
        main.bind("pruning", ledger.pruning());
        main.bind("forgetting", forgetting);
        Pushing.of(settings, ledger, claims, this::context, clock).forEach(main::bind);
        Receiving.of(settings, ledger, accounts, clock).forEach(main::bind);
        Status status = new Status(ledger.database());
        Assets assets = new Assets();
        main.bind("answerHeaders", new AnswerHeaders());
        main.bind("pageAssets", assets);
        main.bind("dashboardPage", new Dashboard(status, ledger.maxAges(), ledger.skewLimit(), this::stoppedRules, this::unclearIdentities, assets, clock));
        main.bind("healthAnswer", new Health(status, settings.sources().keySet()));
    }

    /** Reads one source as its schedule would. */
    public void pull(String source) {
        producer.sendBody("direct:pull-" + source, null);
    }

    /** Reads all sources, one after the other; one that fails holds up no other. */
    public void pullAll() {
        settings.sources().keySet().forEach(this::pull);
    }

    /**
     * Compares what is on a target with the ledger. Writes to no target; what follows is planned by the next plan.
     *
     * @param actor who wants it; kept with what is found
     */
    public void verify(String target, String actor) {
        producer.sendBodyAndHeader("direct:verify-" + target, null, Headers.CAUSE, actor);
    }

    /** Does what can be done for one target now. */
    public void pushTo(String target) {
        producer.sendBody("direct:push-" + target, null);
    }

    /**
     * Plans for everybody.
     *
     * @param cause kept with the plan
     */
    public Summary reconcile(String cause) {
        return producer.requestBodyAndHeader("direct:reconcile", null, Headers.CAUSE, cause, Summary.class);
    }

    /** Plans for everybody because somebody asked for it. */
    public Summary reconcile() {
        return reconcile("command");
    }

    /** Does what can be done for all targets now; returns when nothing more can be claimed. */
    public void push() {
        settings.targets().keySet().forEach(target -> producer.sendBody("direct:push-" + target, null));
    }

    /** The same for what a run has chosen. */
    public void push(String run) {
        settings.targets().keySet().forEach(target -> producer.sendBodyAndHeader("direct:push-" + target, null, Headers.RUN, run));
    }

    public CamelContext context() {
        return main.getCamelContext();
    }

    public Settings settings() {
        return settings;
    }

    public Ledger ledger() {
        return ledger;
    }

    public RulesInForce rules() {
        return rules;
    }

    public IdentitiesInForce identities() {
        return identities;
    }

    /** What the identities file says and nothing can follow from now, each as a sentence; empty when all is clear. */
    public List<String> unclearIdentities() {
        return correlation.problems();
    }

    public Claims claims() {
        return claims;
    }

    public Forgetting forgetting() {
        return forgetting;
    }

    public Accounts accounts() {
        return accounts;
    }

    /** Rules that stand still now, each as a sentence; empty when all are clear. */
    public List<String> stoppedRules() {
        return premises.problems(clock.instant());
    }

    /** Reads that failed since they were last complete, by what they cover. */
    public Map<String, String> failedReads() {
        return pull.failures();
    }

    @Override
    public void close() {
        main.stop();
        workers.forEach(ExecutorService::shutdown);
        ledger.close();
    }
}
