package dev.accolade.ledger.view;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What did not go as planned. Each list is bounded.
 *
 * @param refusedCount  refused changes in all
 * @param troubledCount changes in all that were refused, are of unknown outcome, or have failed at least once
 * @param changes       these; refused ones first
 * @param dropped      what an operator took out, and no plan brings back as it was
 * @param reads         coverages whose last read failed
 * @param hints         hints whose last read failed
 * @param stopped       badge classes and stores whose rules stand still
 * @param barred        what is not sent, because targets would refuse it
 * @param unanswered    why targets could not be asked whether they would, by target
 */
public record Failures(long refusedCount, long troubledCount, List<ShownChange> changes, List<ShownChange> dropped, List<FailedCoverage> reads,
                       List<WaitingHint> hints, List<StoppedObject> stopped, List<Barred> barred, Map<String, String> unanswered) {

    public Failures {
        changes = List.copyOf(changes);
        dropped = List.copyOf(dropped);
        reads = List.copyOf(reads);
        hints = List.copyOf(hints);
        stopped = List.copyOf(stopped);
        barred = List.copyOf(barred);
        unanswered = new TreeMap<>(unanswered);
    }

    /** Whether nothing is anybody's turn. */
    public boolean isEmpty() {
        return troubledCount == 0 && reads.isEmpty() && hints.isEmpty() && stopped.isEmpty() && barred.isEmpty() && unanswered.isEmpty();
    }
}
