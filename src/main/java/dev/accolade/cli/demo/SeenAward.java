package dev.accolade.cli.demo;

/**
 * A badge as Badgr shows it.
 *
 * @param person what a source calls whoever it was awarded to
 * @param url    opens in a browser
 */
record SeenAward(String badge, String person, String url) {}
