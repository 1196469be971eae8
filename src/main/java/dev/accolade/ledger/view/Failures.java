package dev.accolade.ledger.view;

import java.util.List;

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
 */
public record Failures(long refusedCount, long troubledCount, List<ShownChange> changes, List<ShownChange> dropped, List<FailedCoverage> reads,
                       List<WaitingHint> hints, List<StoppedObject> stopped) {

    public Failures {
        changes = List.copyOf(changes);
        dropped = List.copyOf(dropped);
        reads = List.copyOf(reads);
        hints = List.copyOf(hints);
        stopped = List.copyOf(stopped);
    }

    /** Whether nothing is anybody's turn. */
    public boolean isEmpty() {
        return troubledCount == 0 && reads.isEmpty() && hints.isEmpty() && stopped.isEmpty();
    }
}
