package dev.accolade.service.badgr;

/**
 * An account that was made; its address is not verified yet, so it sees neither issuers nor a backpack.
 *
 * @param entityId the same in all interfaces of Badgr
 */
public record NewUser(String entityId) {
}
