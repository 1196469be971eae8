package dev.accolade.reconcile;

import dev.accolade.ledger.view.Generation;
import dev.accolade.ledger.view.LeftAlone;
import dev.accolade.ledger.view.Paused;
import dev.accolade.ledger.view.ShownChange;
import dev.accolade.ledger.view.Status;
import dev.accolade.model.ChangeState;
import dev.accolade.model.Truth;
import dev.accolade.reconcile.Answer.Said;
import dev.accolade.rules.Award;
import dev.accolade.rules.Expiry;
import dev.accolade.rules.OnLeave;
import dev.accolade.rules.Rule;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Explains how something stands where the rules alone do not: why it stays though no rule earns it, or is not there though one does. */
final class Remarks {

    private final Status status;
    private final Collection<Long> persons;
    private final Instant now;

    Remarks(Status status, Collection<Long> persons, Instant now) {
        this.status = status;
        this.persons = persons;
        this.now = now;
    }

    /** Empty where what the rules say is how it stands. */
    Optional<String> of(String target, String object, List<Rule> rules, List<Said> said, List<Generation> had, Optional<ShownChange> open) {
        if (open.isPresent()) {
            return joined(Stream.concat(Stream.of(open.get()).filter(change -> change.state() != ChangeState.WAITING && change.state() != ChangeState.PLANNED).map(Remarks::troubled),
                    open.get().state() == ChangeState.DROPPED ? Stream.empty() : standstill(target)));
        }
        boolean earned = said.stream().anyMatch(one -> one.truth() == Truth.TRUE);
        Optional<Generation> live = had.stream().filter(Generation::live).findFirst();
        if (live.isEmpty()) {
            return earned ? Optional.of(missing(target, object, rules, said, had)) : Optional.empty();
        }
        return earned || said.stream().anyMatch(one -> one.truth() == Truth.UNKNOWN) ? Optional.empty() : Optional.of(staying(live.get(), rules));
    }

    private static String troubled(ShownChange change) {
        return "Change " + change.id() + (change.state() == ChangeState.DROPPED ? " was dropped by an operator, so nothing is done. " : " is " + change.state().name().toLowerCase(java.util.Locale.ROOT) + ". ")
                + change.whatToDo();
    }

    private Stream<String> standstill(String target) {
        return Stream.concat(status.paused().stream().filter(one -> one.target().equals(target)).map(Paused::sentence),
                status.leftAlone().stream().filter(one -> one.target().equals(target)).map(LeftAlone::sentence));
    }

    private String missing(String target, String object, List<Rule> rules, List<Said> said, List<Generation> had) {
        Optional<Long> accepted = status.drift().accepted(persons, target, object);
        if (accepted.isPresent()) {
            return "It was taken away by somebody else, and is to stay so: finding " + accepted.get() + " was accepted by an operator (accolade history --person), so nothing is awarded again.";
        }
        Generation last = had.isEmpty() ? null : had.get(had.size() - 1);
        if (last != null && last.expired() && last.leftSince().isEmpty()) {
            return "It came to its end, and the rule renews nothing: it is awarded again when the person has left and come back, or when the rule's 'expires' or 'renew' allows it.";
        }
        return rules.stream().filter(rule -> said.stream().anyMatch(one -> one.rule().equals(rule.id()) && one.truth() == Truth.TRUE)).findFirst().flatMap(this::over)
                .map(at -> "The rule's 'expires', " + at + ", is over, so it would have ended already and is not awarded.")
                .orElse("Nothing is planned for it yet; the next plan does that, by accolade run or: accolade plan");
    }

    /** The fixed time at which what the rule awards has ended. */
    private Optional<Instant> over(Rule rule) {
        Optional<Expiry> expiry = rule.award() instanceof Award.Badge badge ? badge.expiry() : Optional.empty();
        return expiry.flatMap(Expiry::at).filter(at -> !now.isBefore(at));
    }

    private static String staying(Generation live, List<Rule> rules) {
        if (!live.ours()) {
            return "It stays: others made it, and what others made is never taken away.";
        }
        return rules.stream().filter(rule -> rule.onLeave().action() == OnLeave.Action.KEEP).findFirst()
                .map(rule -> "It stays: rule " + rule.id() + ":" + rule.line() + " lets people keep what it earned them (on-leave: keep, or none).")
                .orElse("Its removal is not planned yet; the next plan does that, by accolade run or: accolade plan");
    }

    private static Optional<String> joined(Stream<String> sentences) {
        return Optional.of(sentences.collect(Collectors.joining(" "))).filter(text -> !text.isEmpty());
    }
}
