package dev.accolade.reconcile;

import dev.accolade.ledger.Database;
import dev.accolade.ledger.Objects;
import dev.accolade.ledger.SourceKnowledge;
import dev.accolade.plan.TargetObjects;
import dev.accolade.rules.Identities;
import dev.accolade.rules.RuleBook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What a plan rests on: the rules in force, what is known of the sources, and what the targets' objects are called by id. */
public final class Premises {

    /** All of it, as of one moment. */
    public record Now(Instant moment, RuleBook book, SourceKnowledge knowledge, TargetObjects targetObjects) {}

    private final Database database;
    private final Objects objects;
    private final Supplier<RuleBook> book;
    private final Supplier<Identities> identities;
    private final Map<String, Duration> maxAges;

    /** @param maxAges how long a complete read of each source counts as knowledge */
    public Premises(Database database, Objects objects, Supplier<RuleBook> book, Supplier<Identities> identities, Map<String, Duration> maxAges) {
        this.database = database;
        this.objects = objects;
        this.book = book;
        this.identities = identities;
        this.maxAges = Map.copyOf(maxAges);
    }

    public Now now(Instant moment) {
        RuleBook rules = book.get();
        Map<Objects.Name, String> pins = objects.pins();
        return new Now(moment, rules, SourceKnowledge.of(database, rules, identities.get(), maxAges, moment),
                award -> Optional.ofNullable(pins.get(new Objects.Name(award.target(), award.objectName()))));
    }

    /** Why rules stand still now, each as a sentence; empty when all are clear. */
    public List<String> problems(Instant moment) {
        Now now = now(moment);
        Map<Objects.Name, String> stopped = objects.problems();
        return Stream.concat(now.knowledge().problems().stream(), now.book().rules().stream()
                .filter(rule -> stopped.containsKey(new Objects.Name(rule.award().target(), rule.award().objectName())))
                .map(rule -> "Rule '" + rule.id() + "' (line " + rule.line() + ") stands still: "
                        + stopped.get(new Objects.Name(rule.award().target(), rule.award().objectName())))).toList();
    }
}
