package dev.accolade.properties;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until it is moved, in either direction. */
public final class SteppedClock extends Clock {

    private volatile Instant now = Instant.parse("2026-03-01T00:00:00Z");
    private volatile Duration turnedBack = Duration.ZERO;

    public void move(Duration by) {
        now = now.plus(by);
        turnedBack = by.isNegative() ? turnedBack.plus(by.negated()) : turnedBack;
    }

    /** How far it was turned back altogether. */
    Duration turnedBack() {
        return turnedBack;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
