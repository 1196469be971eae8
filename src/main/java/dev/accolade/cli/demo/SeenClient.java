package dev.accolade.cli.demo;

import java.util.List;

/**
 * A client as Learning Locker shows it.
 *
 * @param authority the agent's name
 * @param trusted   false when it is disabled
 */
record SeenClient(String id, String title, String authority, List<String> scopes, boolean trusted) {}
