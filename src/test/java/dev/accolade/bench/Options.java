package dev.accolade.bench;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is measured, from system properties.
 *
 * @param people      sizes, one after the other ({@code -Dpeople=10000,100000})
 * @param groups      FAS groups, one rule and one badge class each
 * @param awards      how many awards are pushed, at least roughly: groups are taken, smallest first, until they have so many members
 * @param concurrency requests to Badgr under way at once
 */
record Options(List<Integer> people, int groups, int awards, int concurrency) {

    static Options read() {
        return new Options(Stream.of(System.getProperty("people", "10000,100000").split(",")).map(String::strip).map(Integer::valueOf).toList(),
                Integer.getInteger("groups", 500), Integer.getInteger("awards", 20_000), Integer.getInteger("concurrency", 4));
    }
}
