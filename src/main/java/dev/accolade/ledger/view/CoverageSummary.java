package dev.accolade.ledger.view;

import dev.accolade.model.Coverage;
import java.time.Instant;
import java.util.Optional;

/**
 * All coverages of one kind that are known of a source.
 *
 * @param known    how many there are
 * @param complete how many were read completely at least once
 * @param failed   how many failed when they were last read
 * @param oldest   when the least recent of the last complete reads began; empty when there never was one
 * @param newest   when the most recent of them began
 */
public record CoverageSummary(Coverage.Kind kind, long known, long complete, long failed, Optional<Instant> oldest, Optional<Instant> newest) {}
