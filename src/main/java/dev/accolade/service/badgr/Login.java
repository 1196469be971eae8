package dev.accolade.service.badgr;

import java.time.Instant;
import java.util.Optional;

/**
 * That the connection has a token; the token itself is not shown.
 *
 * @param expires   the earliest end, for Badgr lengthens a token that is used; empty when it does not tell
 * @param renewable whether there is a refresh token
 */
public record Login(Optional<Instant> expires, boolean renewable) {
}
