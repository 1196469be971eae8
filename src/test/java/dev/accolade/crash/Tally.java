package dev.accolade.crash;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How often each step was hit, by kind of change. */
final class Tally {

    private final Map<Step, Map<String, Integer>> hits = new EnumMap<>(Step.class);
    private final List<String> missed = new ArrayList<>();

    Tally() {
        Stream.of(Step.values()).forEach(step -> hits.put(step, new LinkedHashMap<>()));
    }

    void hit(Kill kill) {
        hits.get(kill.step()).merge(kill.words(), 1, Integer::sum);
    }

    /** The process ended before it got there. */
    void missed(Kill kill) {
        missed.add(kill.step().words + " of " + kill.words() + " in " + kill.phase());
    }

    void add(Tally more) {
        more.hits.forEach((step, byKind) -> byKind.forEach((kind, count) -> hits.get(step).merge(kind, count, Integer::sum)));
        missed.addAll(more.missed);
    }

    int of(Step step) {
        return hits.get(step).values().stream().mapToInt(Integer::intValue).sum();
    }

    int kills() {
        return Stream.of(Step.values()).mapToInt(this::of).sum();
    }

    /** A line for each step; its kinds behind it. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        hits.forEach((step, byKind) -> lines.add(String.format("%-22s %4d   %s", step.words, of(step), byKind)));
        if (!missed.isEmpty()) {
            lines.add("never reached: " + missed);
        }
        return lines;
    }
}
