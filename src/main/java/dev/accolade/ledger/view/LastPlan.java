package dev.accolade.ledger.view;

import java.time.Instant;

/**
 * What one plan came to. While it is being made its counts are 0.
 *
 * @param cause      schedule, start, hint or command
 * @param persons    who were looked at
 * @param planned    new changes
 * @param superseded changes of earlier plans that nobody wanted any more
 * @param kept       live grants that stayed as they were
 * @param leftOpen   unfinished changes of earlier plans that stayed
 */
public record LastPlan(long id, Instant madeAt, String cause, long persons, long planned, long superseded, long kept, long leftOpen) {}
