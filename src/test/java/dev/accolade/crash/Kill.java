package dev.accolade.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One kill that is to be done.
 *
 * @param phase in which it is done; for a migration the first
 * @param kind  of the change it hits; empty for steps of a run
 */
record Kill(Step step, Phase phase, Optional<Kind> kind) {

    private static final List<Step> OF_RUNS = List.of(Step.PULL, Step.SEAL, Step.PLAN);
    private static final List<Step> OF_CHANGES = Stream.of(Step.values()).filter(step -> step.ofChange).toList();
    static final int MIGRATIONS = 5;

    static Kill of(Step step, Kind kind) {
        return new Kill(step, kind.phase, Optional.of(kind));
    }

    /** Each step of a change on each kind of change, each step of a run in each phase. */
    static List<Kill> all() {
        List<Kill> kills = new ArrayList<>(ofRuns(Stream.of(Phase.values())));
        Stream.of(Kind.values()).forEach(kind -> OF_CHANGES.forEach(step -> kills.add(of(step, kind))));
        return kills;
    }

    /** Each step five times, and each kind of change met by two steps or more. */
    static List<Kill> five() {
        List<Kill> kills = new ArrayList<>(ofRuns(Stream.of(Phase.ADOPT, Phase.AWARD, Phase.MOVE, Phase.REVOKE, Phase.AGAIN)));
        Kind[] kinds = Kind.values();
        for (Step step : OF_CHANGES) {
            for (int i = 0; i < 5; i++) {
                kills.add(of(step, kinds[(OF_CHANGES.indexOf(step) * 5 + i) % kinds.length]));
            }
        }
        return kills;
    }

    private static List<Kill> ofRuns(Stream<Phase> phases) {
        List<Kill> kills = new ArrayList<>();
        for (int i = 0; i < MIGRATIONS; i++) {
            kills.add(new Kill(Step.MIGRATION, Phase.ADOPT, Optional.empty()));
        }
        phases.forEach(phase -> OF_RUNS.forEach(step -> kills.add(new Kill(step, phase, Optional.empty()))));
        return kills;
    }

    String words() {
        return kind.map(one -> one.words).orElse("run");
    }
}
