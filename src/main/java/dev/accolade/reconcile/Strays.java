package dev.accolade.reconcile;

import dev.accolade.ledger.Inspections.Thing;
import dev.accolade.ledger.Persons;
import dev.accolade.ledger.Unaccounted;
import dev.accolade.ledger.Unaccounted.Judged;
import dev.accolade.ledger.Unaccounted.Removable;
import dev.accolade.ledger.Unaccounted.Stray;
import dev.accolade.model.DriftKind;
import dev.accolade.model.Person;
import dev.accolade.plan.ObjectRules;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sorts what is on the targets and stands for no grant, once a plan has said what of it is to be adopted: what its person has twice, and what of ours
 * nobody has earned. What others made is counted and left alone.
 */
public final class Strays {

    private static final Logger LOG = LoggerFactory.getLogger(Strays.class);
    private static final int CHUNK = 5_000;
    private static final String ACTOR = "verify";

    private final Unaccounted unaccounted;
    private final Persons persons;
    private final Premises premises;
    private final Reconciler reconciler;
    private final Set<String> stores;
    private final Clock clock;

    /** @param stores names of the targets whose things are clients */
    public Strays(Unaccounted unaccounted, Persons persons, Premises premises, Reconciler reconciler, Set<String> stores, Clock clock) {
        this.unaccounted = unaccounted;
        this.persons = persons;
        this.premises = premises;
        this.reconciler = reconciler;
        this.stores = Set.copyOf(stores);
        this.clock = clock;
    }

    /** What was listed since the last time; what fails here holds up no plan. */
    public void sort() {
        try {
            reconciler.whileNobodyPlans(() -> {
                sortNow();
                return null;
            });
        } catch (RuntimeException failed) {
            LOG.error("Duplicates and orphans on the targets could not be sorted now; it is tried again after the next plan. {}", failed.getMessage());
        }
    }

    private void sortNow() {
        List<Thing> due = unaccounted.due();
        if (due.isEmpty()) {
            return;
        }
        Instant began = clock.instant();
        Premises.Now now = premises.now(began);
        Map<Thing, ObjectRules> rules = new HashMap<>();
        due.forEach(thing -> rules.put(thing, ObjectRules.about(thing.target(), thing.objectId(), now.book(), now.knowledge(), now.targetObjects())));
        rules.forEach((thing, about) -> sort(thing, about, began));
        remove(rules);
    }

    private void sort(Thing thing, ObjectRules rules, Instant began) {
        String last = "";
        List<Stray> chunk;
        do {
            chunk = unaccounted.after(thing, last, CHUNK);
            Map<Long, Person> known = persons.of(chunk.stream().flatMap(stray -> stray.person().stream()).toList(), began).persons().stream()
                    .collect(Collectors.toMap(Person::id, Function.identity()));
            unaccounted.found(thing, ACTOR, chunk.stream().flatMap(stray -> judged(thing, rules, stray, known).stream()).toList());
            last = chunk.isEmpty() ? last : chunk.get(chunk.size() - 1).remoteId();
        } while (chunk.size() == CHUNK);
        unaccounted.sorted(thing, ACTOR, began);
    }

    private Optional<Judged> judged(Thing thing, ObjectRules rules, Stray stray, Map<Long, Person> known) {
        if (stray.sibling().isPresent() && (stray.ours() || stray.siblingOurs())) {
            return Optional.of(new Judged(stray, DriftKind.DUPLICATE, stray.ours() && stray.siblingOurs() && stray.siblingHeld()));
        }
        return stray.ours() ? Optional.of(new Judged(stray, DriftKind.ORPHAN, surely(thing, rules, stray, known))) : Optional.empty();
    }

    /** A key of ours is the same for every Accolade on this store, so of a client it must be known that it was this one's. */
    private boolean surely(Thing thing, ObjectRules rules, Stray stray, Map<Long, Person> known) {
        if (stores.contains(thing.target()) && !stray.heldBefore()) {
            return false;
        }
        return stray.person().map(id -> known.containsKey(id) && rules.surelyUnearned(known.get(id))).orElseGet(rules::knowsEverybody);
    }

    /** Only what was judged just now. An operator's word counts at once; the rules' after the time that somebody who left would have kept it. */
    private void remove(Map<Thing, ObjectRules> rules) {
        List<Removable> going = unaccounted.removable().stream().filter(stray -> rules.containsKey(stray.thing())).filter(stray -> {
            ObjectRules about = rules.get(stray.thing());
            return stray.asked() || about.heal() && (stray.kind() == DriftKind.DUPLICATE || !stray.foundAt().plus(about.grace()).isAfter(clock.instant()));
        }).toList();
        Map<Thing, String[]> names = new HashMap<>();
        rules.forEach((thing, about) -> names.put(thing, new String[] {about.rule(), Integer.toString(about.line())}));
        unaccounted.remove(going, names);
    }
}
