package dev.accolade.ledger.view;

import java.time.Instant;
import java.util.Optional;

/**
 * An account whose own token reads what it may do.
 *
 * @param id           of our own enrolment
 * @param username     in lower case
 * @param verified     whether the token's own profile has shown this user name
 * @param refusedSince when the service began to refuse the token; empty while it does not
 */
public record EnrolledAccount(String source, String id, String username, boolean verified, Optional<Instant> refusedSince) {}
