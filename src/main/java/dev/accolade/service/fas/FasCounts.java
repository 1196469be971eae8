package dev.accolade.service.fas;

/**
 * What a complete reading of all groups contained.
 *
 * @param groups      each counted once, however many chunks it took
 * @param memberships approved roles
 */
public record FasCounts(long groups, long memberships) {
}
