package dev.accolade.ledger.view;

import dev.accolade.model.ChangeKind;
import java.time.Instant;

/**
 * A live grant, as it was written when its award was settled.
 *
 * @param kind     {@code AWARD} when we made it, {@code ADOPT} when the target had it
 * @param remoteId the target's id of the assertion or client
 * @param username what a source calls the person; e-mails are shortened
 */
public record Awarded(ChangeKind kind, String target, String objectName, String remoteId, long person, String username, Instant since) {}
