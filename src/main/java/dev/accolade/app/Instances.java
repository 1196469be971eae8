package dev.accolade.app;

import dev.accolade.config.Service;
import dev.accolade.config.Settings;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.TemplatedRouteDefinition;

/** One instance of each template per named source and target. What listens or wakes by itself runs only in a serving process. */
final class Instances extends RouteBuilder {

    /** Each day, when few wait for anything. */
    private static final String PRUNING = "0 40 3 * * ?";

    private final Settings settings;
    private final boolean serving;

    Instances(Settings settings, boolean serving) {
        this.settings = settings;
        this.serving = serving;
    }

    @Override
    public void configure() {
        settings.sources().values().forEach(this::source);
        settings.targets().values().forEach(this::target);
        if (serving) {
            instance("dashboard", "dashboard", Map.of());
            instance("assets", "assets", Map.of());
            instance("health", "health", Map.of());
            instance("prune", "prune-ledger", Map.of("cron", PRUNING));
        }
    }

    private void source(Service source) {
        String name = source.name();
        instance("pull-" + source.type(), "pull-" + name, Map.of("source", name));
        if (source.type().equals("cave")) {
            instance("pull-cave-group", "pull-group-" + name, Map.of("source", name));
        }
        if (source.type().equals("cloudspot")) {
            instance("pull-cloudspot-account", "pull-account-" + name, Map.of("source", name));
            instance("read-cloudspot-account", "read-account-" + name, Map.of("source", name));
        }
        instance("look-again-" + source.type(), "look-again-" + name, Map.of("source", name));
        instance("follow-hint", "follow-hint-" + name, Map.of("source", name, "type", source.type()));
        instance("follow-hints", "follow-hints-" + name, Map.of("source", name));
        if (serving) {
            instance("schedule", "schedule-" + name, Map.of("source", name, "cron", source.text("schedule")));
            instance("poll-hints", "poll-hints-" + name, Map.of("source", name, "period", period()));
            source.optional("event-secret").ifPresent(secret -> instance("receive-event", "receive-" + name, Map.of("source", name)));
            source.optional("webhook-path").ifPresent(path -> instance("receive-cloudspot", "receive-webhook-" + name, Map.of("source", name, "path", path, "allow", source.text("webhook-allow"))));
        }
    }

    private void target(Service target) {
        String name = target.name();
        instance("push", "push-" + name, Map.of("target", name));
        instance("push-one-" + target.type(), "push-one-" + name, Map.of("target", name));
        if (target.type().equals("badgr")) {
            instance("look-closer", "look-closer-" + name, Map.of("target", name));
            instance("look-closer-at-one", "look-closer-at-one-" + name, Map.of("target", name));
            if (serving && !target.duration("changes").isZero()) {
                instance("follow-changes", "follow-changes-" + name, Map.of("target", name, "period", Long.toString(Math.max(1, target.duration("changes").toMillis()))));
                instance("poll-glances", "poll-glances-" + name, Map.of("target", name, "period", period()));
            }
        }
        instance("verify", "verify-" + name, Map.of("target", name));
        instance("inspect-" + target.type(), "inspect-" + name, Map.of("target", name));
        instance("look-for-missing-" + target.type(), "look-for-missing-" + name, Map.of("target", name));
        if (target.type().equals("badgr")) {
            instance("issue-badgr", "issue-" + name, Map.of("target", name));
            instance("end-of-badge-badgr", "end-of-badge-" + name, Map.of("target", name));
        }
        if (serving) {
            instance("push-when-woken", "push-when-woken-" + name, Map.of("target", name));
            target.optional("verify").filter(cron -> !cron.equals("never"))
                    .ifPresent(cron -> instance("verify-on-schedule", "verify-on-schedule-" + name, Map.of("target", name, "cron", cron)));
            instance("poll-changes", "poll-changes-" + name, Map.of("target", name, "period", period()));
        }
    }

    private String period() {
        return Long.toString(Math.max(100, settings.program().duration("accolade.poll").toMillis()));
    }

    private void instance(String template, String routeId, Map<String, String> parameters) {
        TemplatedRouteDefinition instance = templatedRoute(template).routeId(routeId).prefixId(routeId);
        parameters.forEach(instance::parameter);
    }
}
