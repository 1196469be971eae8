package dev.accolade.ledger;

import dev.accolade.model.Recast;
import dev.accolade.model.ScopeKey;
import dev.accolade.model.StepKind;
import dev.accolade.rules.Exclusion;
import dev.accolade.rules.Holds;
import dev.accolade.rules.Identities;
import dev.accolade.rules.Rule;
import dev.accolade.rules.RuleBook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Follows a group that vanished to the one that an operator says it is now. Each word of the operator is followed once. */
final class Regrouping {

    private final Database database;
    private final Identities identities;
    private final RuleBook book;

    Regrouping(Database database, Identities identities, RuleBook book) {
        this.database = database;
        this.identities = identities;
        this.book = book;
    }

    /**
     * Moves the pin of a name, tells the history, and holds the removals that follow from it.
     *
     * @param find the id of what a source has under a name or id now
     * @return the id it is pinned to from now on; empty when nobody says anything new, or what is said is not there
     */
    Optional<String> follow(String source, String name, long now, BiFunction<String, String, Optional<String>> find) {
        String called = name;
        for (Optional<String> next = identities.nowCalled(source, called); next.isPresent(); next = identities.nowCalled(source, called)) {
            called = next.get();
            Optional<String> id = find.apply(source, called);
            String word = called;
            if (id.isPresent() && !followed(source, name, word)) {
                database.change(handle -> move(handle, source, name, word, id.get(), now));
                return id;
            }
        }
        return Optional.empty();
    }

    private boolean followed(String source, String name, String word) {
        return database.read(handle -> handle.createQuery("select 1 from scope_pin where source = ? and name = ? and alias = ?").bind(0, source).bind(1, name).bind(2, word)
                .mapTo(Integer.class).findOne()).isPresent();
    }

    private void move(Handle handle, String source, String name, String word, String id, long now) {
        handle.execute("insert into scope_pin (source, name, scope_id, alias) values (?, ?, ?, ?) on conflict (source, name) do update set scope_id = excluded.scope_id,"
                + " alias = excluded.alias", source, name, id, word);
        for (Rule rule : rules(source, name)) {
            handle.execute("update grants set recast = ? where state = 'LIVE' and ours = 1 and left_since is null and json_extract(earned_by_json, ?) is not null",
                    Recast.REGROUPED.name(), "$.\"" + rule.id().replace("\"", "") + "\"");
        }
        Chronicle.add(handle, now, new Step(StepKind.REGROUPED, "identities file", Step.Subject.named(source + ":" + name),
                Map.of("because", "an operator's word", "now", new ScopeKey(source, id) + " (" + word + ")")));
    }

    private List<Rule> rules(String source, String name) {
        return book.rules().stream().filter(rule -> Stream.concat(Stream.of(rule.when()), rule.except().stream().map(Exclusion::condition))
                .anyMatch(condition -> condition instanceof Holds held && held.source().equals(source) && held.scope().filter(name::equals).isPresent())).toList();
    }

    /** What follows a message that a group is not there; empty when nobody says what it is called now. */
    String hint(String source, String name) {
        return identities.nowCalled(source, name).map(now -> "; that it is called '" + now + "' now, as the identities file says, does not help, for nothing new is there under that name").orElse("");
    }
}
