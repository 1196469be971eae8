package dev.accolade.sandbox.badgr;

import java.util.Optional;

/** A reason for an assertion: an address, a text, or both. */
record Evidence(Optional<String> url, Optional<String> narrative) {
}
