package dev.accolade.service.fas;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What one user got.
 *
 * @param sessionId of the session that FAS2 answered under; empty when the answer named none. Kept nowhere on this side
 * @param data      what was asked for
 */
public record FasVisit(Optional<String> sessionId, FasMap<String, Object> data) {

    public FasVisit {
        requireNonNull(sessionId, "sessionId is null");
        requireNonNull(data, "data is null");
    }

    @Override
    public String toString() {
        return "FasVisit[not shown]";
    }
}
