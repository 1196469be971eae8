package dev.accolade.sandbox.bodhi;

import java.util.List;

/** Somebody who has logged in once. */
record Submitter(int id, String name, List<String> groups) {
}
