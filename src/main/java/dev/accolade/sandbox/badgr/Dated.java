package dev.accolade.sandbox.badgr;

import java.time.Instant;

/** A row with the two times that lists and feeds are ordered by. */
interface Dated {

    Instant createdAt();

    Instant updatedAt();
}
