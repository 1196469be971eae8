package dev.accolade.cli.demo;

import dev.accolade.cli.Applying;
import dev.accolade.cli.view.ApplyJson;
import dev.accolade.cli.view.JsonLines;
import dev.accolade.cli.view.PlanJson;
import dev.accolade.cli.view.Progress;
import dev.accolade.cli.view.ShownPlan;
import dev.accolade.ledger.Plans.Summary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One JSON object a step. */
public final class JsonTelling implements Telling {

    private final JsonLines lines;

    public JsonTelling(JsonLines lines) {
        this.lines = lines;
    }

    @Override
    public void started(String sandbox, Map<String, String> services, String dashboard, Optional<String> note) {
        Map<String, Object> step = step("sandbox");
        step.put("sandbox", sandbox);
        step.put("services", services);
        step.put("dashboard", dashboard);
        lines.print(step);
    }

    @Override
    public void pulled(List<Pulled> sources, long millis) {
        Map<String, Object> step = step("pull");
        step.put("sources", sources);
        step.put("millis", millis);
        lines.print(step);
    }

    @Override
    public void planned(ShownPlan plan) {
        Map<String, Object> step = step("plan");
        step.putAll(PlanJson.of(plan));
        lines.print(step);
    }

    @Override
    public Progress progress() {
        return new Progress(false);
    }

    @Override
    public void applied(Applying.Result result, long millis) {
        Map<String, Object> step = step("apply");
        step.putAll(ApplyJson.of(result, Map.of(), List.of(), List.of()));
        step.put("millis", millis);
        lines.print(step);
    }

    @Override
    public void awards(List<SeenAward> awards) {
        Map<String, Object> step = step("awards");
        step.put("awards", awards);
        lines.print(step);
    }

    @Override
    public void clients(List<SeenClient> clients) {
        Map<String, Object> step = step("clients");
        step.put("clients", clients);
        lines.print(step);
    }

    @Override
    public void plannedAgain(Summary summary, long changes) {
        Map<String, Object> step = step("second-plan");
        step.put("plan", summary.id());
        step.put("persons", summary.persons());
        step.put("changes", changes);
        step.put("kept", summary.kept());
        lines.print(step);
    }

    @Override
    public void followed(Followed event) {
        Map<String, Object> step = step("event");
        step.put("name", event.name());
        step.put("story", event.story());
        step.put("result", event.result());
        step.put("millis", event.millis());
        lines.print(step);
    }

    @Override
    public void numbers(Numbers numbers) {
        Map<String, Object> step = step("summary");
        step.put("awarded", numbers.awarded());
        step.put("clients", numbers.clients());
        step.put("failed", numbers.failed());
        step.put("secondPlanChanges", numbers.secondPlanChanges());
        step.put("eventToBadgeMillis", numbers.eventToBadgeMillis());
        step.put("eventToClientMillis", numbers.eventToClientMillis());
        lines.print(step);
    }

    /** The summary is the last object; that the process goes on shows by itself. */
    @Override
    public void staysUp(String dashboard) {
        // nothing to add
    }

    private static Map<String, Object> step(String name) {
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("step", name);
        return step;
    }
}
