package dev.accolade.properties;

/** That a member holds a right in a group of a source. */
record Fact(String source, String group, String member, String right) {}
