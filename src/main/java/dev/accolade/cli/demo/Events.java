package dev.accolade.cli.demo;

import dev.accolade.config.Service;
import dev.accolade.config.Settings;
import dev.accolade.event.Signature;
import dev.accolade.sandbox.Sandbox;
import dev.accolade.sandbox.SandboxCredentials;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Something changes in the sandbox, an event says so, and somebody outside watches until it shows on the other side. */
final class Events {

    private static final String MEMBER = "oisin";
    private static final String MEMBER_EMAIL = "oisin@example.org";
    private static final String TRAINER = "lotte@quay.example.org";
    private static final String TRAINER_NAME = "Lotte Claes";
    private static final String COMPANY = "8a4d2c70-1b9e-4a55-8f0d-7d1f5c3b2e22";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LOOK_MILLIS = 5;

    private final Outside outside;
    private final Sandbox sandbox;
    private final Settings settings;
    private final String accolade;
    private final Clock clock;

    /** @param accolade base address of the running Accolade, with a slash at the end */
    Events(Outside outside, Sandbox sandbox, Settings settings, String accolade, Clock clock) {
        this.outside = outside;
        this.sandbox = sandbox;
        this.settings = settings;
        this.accolade = accolade;
        this.clock = clock;
    }

    /** Somebody joins a FAS group, FAS's side sends a signed event, and the badge appears. */
    Telling.Followed joinGroup(BadgrSeen badgr) {
        Service source = source("fas");
        outside.sendJson("PUT", sandbox.address() + "/sandbox/fas/groups/packager/members/" + MEMBER, Map.of("role", "user"));
        byte[] body = Outside.bytes(Map.of("member", MEMBER));
        String time = Long.toString(clock.instant().getEpochSecond());
        Map<String, String> headers = Map.of("Content-Type", "application/json", Signature.TIME_HEADER, time,
                Signature.HEADER, Signature.sign(source.text("event-secret"), time, body));
        long sent = System.nanoTime();
        outside.send("POST", accolade + "events/" + source.name(), headers, BodyPublishers.ofByteArray(body));
        SeenAward award = until("the badge of " + MEMBER, () -> badgr.award("Packager", MEMBER_EMAIL));
        return new Telling.Followed("event-to-badge", MEMBER + " joined the FAS group packager", "badge '" + award.badge() + "' for " + award.person() + ": " + award.url(),
                millisSince(sent));
    }

    /** Somebody loses a permission; Cloudspot's own webhook says so, and the client is disabled. */
    Telling.Followed losePermission(LockerSeen locker) {
        Service source = source("cloudspot");
        String client = locker.clients().stream().filter(one -> one.title().equals(TRAINER_NAME)).findFirst()
                .orElseThrow(() -> new IllegalStateException("Learning Locker has no client of " + TRAINER_NAME + ". The demo stops here.")).id();
        outside.sendJson("POST", sandbox.address() + "/sandbox/cloudspot/webhook", Map.of("application", SandboxCredentials.CLOUDSPOT_APPLICATION,
                "url", accolade + "events/" + source.name() + "/" + source.text("webhook-path")));
        long sent = System.nanoTime();
        outside.sendJson("PUT", sandbox.address() + "/sandbox/cloudspot/permissions", Map.of("username", TRAINER, "company_id", COMPANY, "permissions", List.of("use_app")));
        SeenClient seen = until("the client of " + TRAINER_NAME, () -> Optional.of(locker.client(client)).filter(one -> !one.trusted()));
        return new Telling.Followed("event-to-client", TRAINER_NAME + " lost the Cloudspot permission use_dashboard", "client '" + seen.title() + "' is disabled",
                millisSince(sent));
    }

    private Service source(String type) {
        return settings.sources().values().stream().filter(one -> one.type().equals(type)).findFirst()
                .orElseThrow(() -> new IllegalStateException("The settings have no source of type " + type + ". The demo stops here."));
    }

    private static <T> T until(String what, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            sleep();
        }
        throw new IllegalStateException("After " + PATIENCE.toSeconds() + " s the event has not changed " + what + ". See the log above for why.");
    }

    private static void sleep() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The demo was stopped.", stopped);
        }
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
