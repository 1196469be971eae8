package dev.accolade.properties;

import dev.accolade.model.Coverage;
import dev.accolade.model.MemberKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What complete reads have shown so far, kept in plain collections: the judge of what may be taken away. */
final class Observed {

    /** Accounts that a complete read has shown as bots, at any time. */
    final Set<MemberKey> bots = new HashSet<>();
    /** Accounts that were bots when they were last shown. */
    final Set<MemberKey> lastBots = new HashSet<>();

    /** A complete read: when it began, whether an event had asked for it, and which rights it showed. */
    record Read(Coverage coverage, Instant startedAt, boolean hinted, Set<Fact> shown) {

        boolean covers(Fact fact) {
            return coverage.source().equals(fact.source()) && switch (coverage.kind()) {
                case EVERYTHING -> true;
                case SCOPE -> coverage.id().equals(fact.group());
                case MEMBER -> coverage.id().equals(fact.member());
                default -> false;
            };
        }
    }

    private final List<Read> reads = new ArrayList<>();
    /** Every address a member was ever seen with, by source and id. */
    final Map<String, Set<String>> addresses = new HashMap<>();

    void add(Read read) {
        reads.add(read);
    }

    void status(String source, Set<String> members, Set<MemberKey> shownAsBots) {
        members.forEach(member -> lastBots.remove(new MemberKey(source, member)));
        lastBots.addAll(shownAsBots);
        bots.addAll(shownAsBots);
    }

    void address(String source, String member, String email) {
        addresses.computeIfAbsent(source + ":" + member, key -> new HashSet<>()).add(email.toLowerCase(java.util.Locale.ROOT));
    }

    Set<Fact> everSeen() {
        Set<Fact> seen = new HashSet<>();
        reads.forEach(read -> seen.addAll(read.shown()));
        return seen;
    }

    /** Whether two complete reads far enough apart, or one that an event asked for, have not shown it since it was last shown. */
    boolean gone(Fact fact, Duration confirmAfter) {
        Instant shown = reads.stream().filter(read -> read.shown().contains(fact)).map(Read::startedAt).max(Instant::compareTo).orElse(Instant.MIN);
        List<Read> without = reads.stream().filter(read -> read.covers(fact) && !read.shown().contains(fact) && !read.startedAt().isBefore(shown)).toList();
        if (without.isEmpty() || without.stream().anyMatch(Read::hinted)) {
            return !without.isEmpty();
        }
        Instant first = without.stream().map(Read::startedAt).min(Instant::compareTo).orElseThrow();
        Instant last = without.stream().map(Read::startedAt).max(Instant::compareTo).orElseThrow();
        return !first.plus(confirmAfter).isAfter(last);
    }

    /** Whether no read that covers it, begun at or after the first that showed it, has not shown it. */
    boolean undisputed(Fact fact) {
        Instant shown = reads.stream().filter(read -> read.shown().contains(fact)).map(Read::startedAt).min(Instant::compareTo).orElse(Instant.MAX);
        return reads.stream().noneMatch(read -> read.covers(fact) && !read.shown().contains(fact) && !read.startedAt().isBefore(shown));
    }

    /** Whether a complete read of exactly this, not older than that, was made. */
    boolean fresh(Coverage coverage, Instant notBefore) {
        return reads.stream().anyMatch(read -> read.coverage().equals(coverage) && !read.startedAt().isBefore(notBefore));
    }
}
