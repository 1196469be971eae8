package dev.accolade.cli.demo;

import dev.accolade.cli.Applying;
import dev.accolade.cli.view.ApplyText;
import dev.accolade.cli.view.PlanText;
import dev.accolade.cli.view.Progress;
import dev.accolade.cli.view.ShownPlan;
import dev.accolade.ledger.Plans.Summary;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The story for people. */
public final class TextTelling implements Telling {

    private final PrintWriter out;
    private final boolean terminal;
    private int step;

    /** @param terminal whether progress is shown */
    public TextTelling(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void started(String sandbox, Map<String, String> services, String dashboard, Optional<String> note) {
        title("A sandbox with seven services, and Accolade beside it");
        services.forEach((service, address) -> line(String.format("%-20s %s", service, address)));
        line(String.format("%-20s %s", "dashboard", dashboard));
        note.ifPresent(this::line);
    }

    @Override
    public void pulled(List<Pulled> sources, long millis) {
        title("Pull: who is in what");
        sources.forEach(one -> line(String.format("%-8s %3d people, %2d groups or companies, %3d rights", one.source(), one.members(), one.scopes(), one.rights())));
        line("read in " + millis + " ms");
    }

    @Override
    public void planned(ShownPlan plan) {
        title("Plan: what follows from the rules in config/rules.yaml");
        new PlanText(out).print(plan);
    }

    @Override
    public Progress progress() {
        return new Progress(terminal);
    }

    @Override
    public void applied(Applying.Result result, long millis) {
        title("Apply");
        new ApplyText(out).print(result, Map.of(), List.of(), List.of());
        line("in " + millis + " ms");
    }

    @Override
    public void awards(List<SeenAward> awards) {
        title("What Badgr shows now, asked from outside: " + awards.size() + " assertions");
        awards.forEach(one -> line(String.format("%-20s %-14s %s", one.badge(), one.person(), one.url())));
    }

    @Override
    public void clients(List<SeenClient> clients) {
        title("What Learning Locker shows now: " + clients.size() + " clients");
        clients.forEach(one -> line(String.format("%-22s authority %s, scopes %s%s", one.title(), one.authority(), String.join(" ", one.scopes()),
                one.trusted() ? "" : ", disabled")));
    }

    @Override
    public void plannedAgain(Summary summary, long changes) {
        title("Plan again");
        line(changes == 0 ? "Nothing to do: " + summary.kept() + " grants are as the rules say, " + summary.persons() + " persons looked at."
                : changes + " changes are planned again, which should not be.");
    }

    @Override
    public void followed(Followed event) {
        title("An event: " + event.story());
        line(event.result() + ", " + event.millis() + " ms after the event was sent");
    }

    @Override
    public void numbers(Numbers numbers) {
        title("In short");
        line(numbers.awarded() + " badges awarded and " + numbers.clients() + " clients made as the sandbox counts them; " + numbers.failed() + " changes failed; "
                + numbers.secondPlanChanges() + " changes in the second plan.");
        line("From event to badge " + numbers.eventToBadgeMillis() + " ms, from event to disabled client " + numbers.eventToClientMillis() + " ms.");
    }

    @Override
    public void staysUp(String dashboard) {
        out.println();
        line("The dashboard is on " + dashboard + ", the addresses above open as long as this runs. Ctrl-C ends it and leaves nothing behind.");
    }

    private void title(String text) {
        out.println();
        out.println(++step + ". " + text);
        out.flush();
    }

    private void line(String text) {
        out.println("   " + text);
        out.flush();
    }
}
