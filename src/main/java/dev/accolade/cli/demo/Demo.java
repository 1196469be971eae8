package dev.accolade.cli.demo;

import dev.accolade.app.Accolade;
import dev.accolade.cli.Applying;
import dev.accolade.cli.Enrolment;
import dev.accolade.cli.view.ShownPlan;
import dev.accolade.config.Service;
import dev.accolade.config.Settings;
import dev.accolade.ledger.Plans.Summary;
import dev.accolade.ledger.view.Status;
import dev.accolade.sandbox.Sandbox;
import dev.accolade.sandbox.SandboxServices;
import dev.accolade.sandbox.community.Community;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** A sandbox, an Accolade that works on it, and the story of the two. Leaves nothing behind when closed. */
public final class Demo implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final TemporaryFolder folder;
    private final Sandbox sandbox;
    private final Accolade accolade;
    private final Telling telling;
    private final Clock clock;
    private final Community community = Community.sample();

    private Demo(TemporaryFolder folder, Sandbox sandbox, Accolade accolade, Clock clock, Telling telling) {
        this.folder = folder;
        this.sandbox = sandbox;
        this.accolade = accolade;
        this.clock = clock;
        this.telling = telling;
    }

    /**
     * Starts everything; when something cannot be started, nothing is left running.
     *
     * @param port of the dashboard; another is taken when it is in use, any free one for 0
     */
    public static Demo start(Path home, Path config, int port, Clock clock, Telling telling) {
        TemporaryFolder folder = new TemporaryFolder("accolade-demo");
        Sandbox sandbox = null;
        try {
            sandbox = SandboxServices.start(HOST, 0, Community.sample());
            int free = FreePort.at(HOST, port);
            Settings settings = DemoSettings.of(home, config, folder.path(), sandbox, free);
            Demo demo = new Demo(folder, sandbox, Accolade.start(settings, Accolade.Mode.SERVE, clock), clock, telling);
            telling.started(sandbox.address(), SandboxServices.addresses(sandbox), demo.dashboard(), port == 0 || port == free ? Optional.empty()
                    : Optional.of("Port " + port + " is taken by another program, so the dashboard has another one."));
            return demo;
        } catch (RuntimeException failed) {
            Optional.ofNullable(sandbox).ifPresent(Sandbox::close);
            folder.close();
            throw failed;
        }
    }

    /** Whether everything went as it should. */
    public boolean tell() {
        enrol();
        pull();
        Summary first = accolade.reconcile();
        telling.planned(ShownPlan.of(accolade, first, Integer.MAX_VALUE));
        long begun = System.nanoTime();
        Applying.Result applied = new Applying(accolade).run(telling.progress());
        telling.applied(applied, millisSince(begun));

        // Nobody should be told of addresses that do not open, the dashboard's among them.
        Outside outside = new Outside();
        if (!outside.opens(dashboard())) {
            throw new IllegalStateException("The dashboard on " + dashboard() + " does not open. The demo stops here; see the log above for why.");
        }
        BadgrSeen badgr = new BadgrSeen(outside, SandboxServices.address(sandbox, "badgr"), new People(community)::nameOf);
        LockerSeen locker = new LockerSeen(outside, SandboxServices.address(sandbox, "learning-locker"));
        List<SeenAward> awards = badgr.awards();
        List<SeenClient> clients = locker.clients();
        telling.awards(awards);
        telling.clients(clients);

        Summary second = accolade.reconcile();
        long again = second.planned() + second.superseded() + second.due();
        telling.plannedAgain(second, again);

        Events events = new Events(outside, sandbox, accolade.settings(), dashboard(), clock);
        Telling.Followed badge = events.joinGroup(badgr);
        telling.followed(badge);
        Telling.Followed client = events.losePermission(locker);
        telling.followed(client);
        long failed = applied.refused() + applied.later();
        telling.numbers(new Telling.Numbers(awards.size(), clients.size(), failed, again, badge.millis(), client.millis()));
        return failed == 0 && again == 0 && !awards.isEmpty() && !clients.isEmpty();
    }

    /** What users would do once with {@code accolade token login}: Cloudspot lists nobody. */
    private void enrol() {
        for (Service source : accolade.settings().sources().values()) {
            if (source.type().equals("cloudspot")) {
                Enrolment enrolment = new Enrolment(accolade, source.name());
                community.seed("cloudspot").path("users").forEach(user -> enrolment.enrol(user.path("username").asText(), user.path("password").asText()));
            }
        }
    }

    private void pull() {
        long begun = System.nanoTime();
        accolade.pullAll();
        long millis = millisSince(begun);
        telling.pulled(new Status(accolade.ledger().database()).sources(accolade.settings().sources().keySet()).stream()
                .map(one -> new Telling.Pulled(one.source(), one.members(), one.scopes(), one.entitlements())).toList(), millis);
    }

    public String dashboard() {
        return "http://" + HOST + ":" + accolade.settings().program().count("accolade.http.port") + "/";
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }

    @Override
    public void close() {
        accolade.close();
        sandbox.close();
        folder.close();
    }
}
