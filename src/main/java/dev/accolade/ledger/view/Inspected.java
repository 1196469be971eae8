package dev.accolade.ledger.view;

import java.time.Instant;
import java.util.Optional;

/**
 * The last listing of one badge class or store.
 *
 * @param listed     things that are there, revoked and expired ones too
 * @param asExpected live ones that are as the ledger has them
 * @param theirs     live ones that others made
 * @param unsure     of what it lacked, how many are not known to be gone
 * @param failure    why nothing of it counts; empty when it was whole
 */
public record Inspected(String target, String objectId, String objectName, Instant beganAt, long listed, long asExpected, long theirs, long unsure, Optional<String> failure) {}
