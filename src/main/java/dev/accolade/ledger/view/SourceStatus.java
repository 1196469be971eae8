package dev.accolade.ledger.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one source.
 *
 * @param coverages       one for each kind; empty when it was never read
 * @param members         not absent now
 * @param scopes          not absent now
 * @param entitlements    not gone now
 * @param failed          coverages whose last read failed, the latest first; bounded
 * @param held            scopes that shrank too much; bounded
 * @param accounts        enrolled accounts
 * @param refusedAccounts those whose token the service refuses
 * @param hintsWaiting    how many hints wait
 * @param hints           these, the oldest first; bounded
 */
public record SourceStatus(String source, List<CoverageSummary> coverages, long members, long scopes, long entitlements, List<FailedCoverage> failed,
                           List<HeldScope> held, long accounts, long refusedAccounts, long hintsWaiting, List<WaitingHint> hints) {

    public SourceStatus {
        coverages = List.copyOf(coverages);
        failed = List.copyOf(failed);
        held = List.copyOf(held);
        hints = List.copyOf(hints);
    }

    /** When the last complete read of any of its coverages began; empty when there never was one. */
    public Optional<Instant> lastCompleteRead() {
        return coverages.stream().flatMap(one -> one.newest().stream()).max(Instant::compareTo);
    }

    /** Coverages whose last read failed, of all kinds. */
    public long failedReads() {
        return coverages.stream().mapToLong(CoverageSummary::failed).sum();
    }
}
