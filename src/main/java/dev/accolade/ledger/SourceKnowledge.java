package dev.accolade.ledger;

import dev.accolade.model.Nearest;
import dev.accolade.model.Scope;
import dev.accolade.model.ScopeKey;
import dev.accolade.rules.Condition;
import dev.accolade.rules.Exclusion;
import dev.accolade.rules.HasStatus;
import dev.accolade.rules.Holds;
import dev.accolade.rules.Knowledge;
import dev.accolade.rules.Rule;
import dev.accolade.rules.RuleBook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** What the ledger knows of the sources at one moment; the names that rules use are pinned to ids on the way. */
public final class SourceKnowledge implements Knowledge {

    private final Map<ScopeKey, Scope> present = new HashMap<>();
    private final Map<String, Map<String, String>> pins = new HashMap<>();
    private final Set<ScopeKey> freshScopes = new HashSet<>();
    private final Set<String> freshSources = new HashSet<>();
    private final Set<String> freshPeople = new HashSet<>();
    private final List<String> problems = new ArrayList<>();

    private SourceKnowledge() {}

    /**
     * Pins the names of the rules' scopes that are found for the first time, then reads what is known.
     *
     * @param maxAges how long a complete read of each source counts as knowledge
     */
    public static SourceKnowledge of(Database database, RuleBook book, Map<String, Duration> maxAges, Instant now) {
        SourceKnowledge knowledge = new SourceKnowledge();
        database.read(handle -> {
            knowledge.readScopes(handle);
            knowledge.readCoverages(handle, maxAges, now);
            return knowledge;
        });
        knowledge.pin(database, book);
        return knowledge;
    }

    private void readScopes(Handle handle) {
        handle.createQuery("select source, id, name from scope where absent_since is null").map((row, context) ->
                new Scope(new ScopeKey(row.getString(1), row.getString(2)), row.getString(3))).forEach(scope -> present.put(scope.key(), scope));
        handle.createQuery("select source, name, scope_id from scope_pin").map((row, context) ->
                pins.computeIfAbsent(row.getString(1), source -> new HashMap<>()).put(row.getString(2), row.getString(3))).list();
    }

    private void readCoverages(Handle handle, Map<String, Duration> maxAges, Instant now) {
        handle.createQuery("select source, kind, coverage_id, complete_at from coverage where kind in ('EVERYTHING', 'SCOPE', 'PEOPLE') and complete_at is not null")
                .map((row, context) -> {
                    Duration maxAge = maxAges.getOrDefault(row.getString(1), Duration.ZERO);
                    boolean fresh = !Instant.ofEpochMilli(row.getLong(4)).plus(maxAge).isBefore(now);
                    if (fresh && row.getString(2).equals("SCOPE")) {
                        freshScopes.add(new ScopeKey(row.getString(1), row.getString(3)));
                    } else if (fresh && row.getString(2).equals("PEOPLE")) {
                        freshPeople.add(row.getString(1));
                    } else if (fresh) {
                        freshSources.add(row.getString(1));
                    }
                    return fresh;
                }).list();
    }

    private void pin(Database database, RuleBook book) {
        for (Exclusion exclusion : book.exclude()) {
            pin(database, exclusion.condition(), "The exclusion at line " + exclusion.line() + " is for every rule, and all of them stand still: ", " None of them awards or removes anything.");
        }
        for (Rule rule : book.rules()) {
            Stream.concat(Stream.of(rule.when()), rule.except().stream().filter(exclusion -> !book.exclude().contains(exclusion)).map(Exclusion::condition))
                    .forEach(condition -> pin(database, condition, "Rule '" + rule.id() + "' (line " + rule.line() + ") stands still: ", " It neither awards nor removes anything."));
        }
    }

    private void pin(Database database, Condition condition, String who, String consequence) {
        if (condition instanceof Holds held && held.scope().isPresent()) {
            pin(database, held.source(), held.scope().get()).ifPresent(why -> problems.add(who + why + "." + consequence));
        } else if (condition instanceof HasStatus status && !freshPeople.contains(status.source())) {
            problems.add(who + "no recent read lists the people of source " + status.source() + " with their status." + consequence);
        }
    }

    /** Empty when the name means something that is there, else why not. */
    private Optional<String> pin(Database database, String source, String name) {
        Map<String, String> ofSource = pins.computeIfAbsent(source, key -> new HashMap<>());
        if (!ofSource.containsKey(name)) {
            found(source, name).ifPresent(id -> {
                ofSource.put(name, id);
                database.change(handle -> handle.execute("insert or ignore into scope_pin (source, name, scope_id) values (?, ?, ?)", source, name, id));
            });
        }
        return scope(source, name).isPresent() ? Optional.empty() : Optional.of(problem(source, name, ofSource.containsKey(name)));
    }

    private String problem(String source, String name, boolean pinned) {
        List<String> known = present.values().stream().filter(scope -> scope.key().source().equals(source)).map(Scope::name).toList();
        return pinned ? "'" + name + "' of source " + source + " has vanished"
                : known.isEmpty() ? "nothing is known of source " + source + " yet"
                : "source " + source + " has nothing named '" + name + "' (" + Nearest.hint(name, known) + ")";
    }

    private Optional<String> found(String source, String nameOrId) {
        List<String> byName = present.values().stream().filter(scope -> scope.key().source().equals(source) && scope.name().equals(nameOrId))
                .map(scope -> scope.key().id()).toList();
        if (byName.size() == 1) {
            return Optional.of(byName.get(0));
        }
        return byName.isEmpty() && present.containsKey(new ScopeKey(source, nameOrId)) ? Optional.of(nameOrId) : Optional.empty();
    }

    @Override
    public Optional<Scope> scope(String source, String nameOrId) {
        String id = pins.getOrDefault(source, Map.of()).getOrDefault(nameOrId, nameOrId);
        return Optional.ofNullable(present.get(new ScopeKey(source, id)));
    }

    @Override
    public boolean listsEverybody(String source, Optional<Scope> scope) {
        return freshSources.contains(source) || scope.map(Scope::key).filter(freshScopes::contains).isPresent();
    }

    @Override
    public boolean listsPeople(String source) {
        return freshPeople.contains(source);
    }

    /** Rules that stand still, each as a sentence; empty when all are clear. */
    public List<String> problems() {
        return List.copyOf(problems);
    }
}
