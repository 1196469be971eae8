package dev.accolade.ledger;

import java.time.Duration;
import java.util.Optional;

/**
 * Why a target as a whole may be out of order: it gave no answer, said that it cannot answer now, or refuses our login.
 *
 * @param shutOut    whether it refuses our login, so that every other change would be refused too
 * @param leaveAlone how long it is to be left alone at least; empty when nobody said
 */
public record Trouble(boolean shutOut, Optional<Duration> leaveAlone) {}
