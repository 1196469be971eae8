package dev.accolade.cli.demo;

import dev.accolade.cli.Applying;
import dev.accolade.cli.view.Progress;
import dev.accolade.cli.view.ShownPlan;
import dev.accolade.ledger.Plans.Summary;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is told what happens, step by step. */
public interface Telling {

    /** What one source brought. */
    record Pulled(String source, long members, long scopes, long rights) {}

    /**
     * What an event led to.
     *
     * @param name   event-to-badge or event-to-client
     * @param story  what happened, as a sentence
     * @param result what the sandbox shows now
     * @param millis from sending the event until the sandbox showed it
     */
    record Followed(String name, String story, String result, long millis) {}

    /** The numbers at the end; awards and clients are those the sandbox showed. */
    record Numbers(int awarded, int clients, long failed, long secondPlanChanges, long eventToBadgeMillis, long eventToClientMillis) {}

    /** @param note something the user should know about the dashboard's address */
    void started(String sandbox, Map<String, String> services, String dashboard, Optional<String> note);

    void pulled(List<Pulled> sources, long millis);

    void planned(ShownPlan plan);

    Progress progress();

    void applied(Applying.Result result, long millis);

    void awards(List<SeenAward> awards);

    void clients(List<SeenClient> clients);

    /** @param changes that were planned, dropped or came due; 0 when all is as the rules say */
    void plannedAgain(Summary summary, long changes);

    void followed(Followed event);

    void numbers(Numbers numbers);

    void staysUp(String dashboard);
}
