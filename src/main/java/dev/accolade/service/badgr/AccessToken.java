package dev.accolade.service.badgr;

import java.time.Instant;

/**
 * A token of the account that logs in; Badgr does not show its text.
 *
 * @param entityId    by which it can be revoked
 * @param application clientId of the application that got it
 * @param scope       separated by spaces
 */
public record AccessToken(String entityId, String application, String scope, Instant expires, Instant created) {
}
