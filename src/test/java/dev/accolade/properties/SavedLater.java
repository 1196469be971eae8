package dev.accolade.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.ledger.Remedies;
import dev.accolade.model.Desired;
import dev.accolade.rules.Rule;
import dev.accolade.saved.Run;
import dev.accolade.saved.SavedPlans;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** A plan that is saved now and applied later: it does only what the file names, and of that all that is still so and nothing else. */
final class SavedLater {

    private static final Set<String> OPEN = Set.of("PLANNED", "WAITING", "CLAIMED", "UNKNOWN", "REFUSED");

    /** What a change says, and what its rules say of it. */
    private record Told(String kind, String objectId, long person, int generation, Desired desired, Map<String, String> evidence, Map<String, String> earnedBy, Map<String, String> rules) {}

    private final World world;
    private final Seen seen;
    private final SavedPlans plans;
    private final Path file;
    private Optional<Map<Long, Told>> saved = Optional.empty();

    SavedLater(World world, Path file) {
        this.world = world;
        this.seen = new Seen(world.database);
        this.plans = new SavedPlans(world.database, world.clock, () -> world.book);
        this.file = file;
    }

    void save() {
        world.plan();
        plans.save(file, "tester");
        saved = Optional.of(open());
    }

    /** After a plan, as an apply makes one. Nothing when none was saved. @param moods how the calls end, one after the other */
    void apply(IntFunction<Fake.Mood> moods) {
        if (saved.isEmpty()) {
            return;
        }
        world.plan();
        Map<Long, Told> now = open();
        Set<Long> still = saved.get().entrySet().stream().filter(one -> one.getValue().equals(now.get(one.getKey()))).map(Map.Entry::getKey).collect(Collectors.toSet());
        Map<Long, Integer> before = seen.attempts();
        try (Run run = plans.choose(plans.read(file), "tester")) {
            assertThat(run.size()).as("changes of the file that are still so: %s of %s, now %s", still, saved.get(), now).isEqualTo(still.size());
            run.retryRefused(new Remedies(world.database, world.clock));
            world.push(world.worker(), Optional.of(run.id()), moods);
        }
        Map<Long, Integer> after = seen.attempts();
        Set<Long> tried = new HashSet<>(after.keySet());
        tried.removeIf(id -> after.get(id).equals(before.getOrDefault(id, 0)));
        assertThat(still).as("what is in the file and still so, of what was tried").containsAll(tried);
    }

    private Map<Long, Told> open() {
        return seen.changes().stream().filter(change -> OPEN.contains(change.state())).collect(Collectors.toMap(Seen.Change::id, this::told));
    }

    private Told told(Seen.Change change) {
        Map<String, String> rules = new TreeMap<>();
        change.earnedBy().keySet().forEach(id -> rules.put(id, world.book.rule(id).map(rule -> sentence(rule, change.kind().equals("REVOKE"))).orElse("gone")));
        return new Told(change.kind(), change.objectId(), change.person(), change.generation(), change.desired(), change.evidence(), change.earnedBy(), rules);
    }

    /** How it ends concerns removals alone. */
    private static String sentence(Rule rule, boolean removal) {
        return List.of(rule.condition(), removal ? rule.onLeave().action() + " " + rule.onLeave().after() : "").toString();
    }
}
