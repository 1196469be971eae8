package dev.accolade.ledger.view;

import dev.accolade.model.Coverage;
import java.time.Instant;
import java.util.Optional;

/**
 * A coverage whose last read failed. Nobody loses anything by it.
 *
 * @param name       of the scope, or user name of the member; empty for kinds that cover the source
 * @param completeAt when its last complete read began; empty when there never was one
 */
public record FailedCoverage(Coverage coverage, Optional<String> name, Instant failedAt, String failure, Optional<Instant> completeAt) {}
