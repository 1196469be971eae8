package dev.accolade.ledger.view;

import java.util.Optional;

/**
 * What a look at the whole history found.
 *
 * @param rows    that are there and follow one another, up to the first problem
 * @param erased  of these, how many have lost their payload
 * @param head    digest of the last of them, in hexadecimal; of no row: zeros
 * @param problem the first changed or missing row, as a sentence; empty when all is well
 */
public record Verified(long rows, long erased, String head, Optional<String> problem) {}
