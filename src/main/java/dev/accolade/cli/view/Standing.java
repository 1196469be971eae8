package dev.accolade.cli.view;

import dev.accolade.ledger.view.ChangeCount;
import dev.accolade.ledger.view.DriftRows;
import dev.accolade.ledger.view.Failures;
import dev.accolade.ledger.view.GrantCount;
import dev.accolade.ledger.view.Identity;
import dev.accolade.ledger.view.LastPlan;
import dev.accolade.ledger.view.LeftAlone;
import dev.accolade.ledger.view.OnTarget;
import dev.accolade.ledger.view.Paused;
import dev.accolade.ledger.view.ShownDrift;
import dev.accolade.ledger.view.Skewed;
import dev.accolade.ledger.view.SourceStatus;
import dev.accolade.ledger.view.Status;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where everything stands; its JSON form is this record as it is. */
public record Standing(List<SourceStatus> sources, Optional<LastPlan> lastPlan, List<ChangeCount> openChanges, List<GrantCount> grants, Failures failures, List<Paused> paused,
                       List<LeftAlone> leftAlone, List<Skewed> skewed, Identity identity, long erased, List<OnTarget> onTargets, List<ShownDrift> differences, long open,
                       List<String> stoppedRules) {

    private static final int LISTED = 20;

    /**
     * @param targets      names of all configured targets
     * @param stoppedRules each as a sentence
     */
    public static Standing of(Status status, Collection<String> sources, DriftRows drift, Collection<String> targets, Duration skewLimit, List<String> stoppedRules) {
        return new Standing(status.sources(sources), status.lastPlan(), status.openCounts(), status.grants(), status.failures(LISTED), status.paused(), status.leftAlone(),
                status.skewed(skewLimit), status.identity(LISTED), status.erased(), drift.onTargets(), drift.unsettled(targets, LISTED), drift.open(),
                stoppedRules);
    }
}
