package dev.accolade.ledger.view;

import dev.accolade.model.Coverage;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that is to be looked at again.
 *
 * @param name      of the scope, or user name of the member; empty when it is not known
 * @param attempts  reads of it that failed since it was last raised
 * @param notBefore when its next turn comes; empty when that is now
 * @param failure   of the last attempt; empty before the first
 */
public record WaitingHint(Coverage coverage, Optional<String> name, Instant raisedAt, int attempts, Optional<Instant> notBefore, Optional<String> failure) {}
