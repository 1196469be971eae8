package dev.accolade.web;

import dev.accolade.ledger.view.ChangeCount;
import dev.accolade.ledger.view.CoverageSummary;
import dev.accolade.ledger.view.Failures;
import dev.accolade.ledger.view.GrantCount;
import dev.accolade.ledger.view.HeldScope;
import dev.accolade.ledger.view.Identity;
import dev.accolade.ledger.view.LastPlan;
import dev.accolade.ledger.view.LeftAlone;
import dev.accolade.ledger.view.Paused;
import dev.accolade.ledger.view.Skewed;
import dev.accolade.ledger.view.ShownChange;
import dev.accolade.ledger.view.ShownDrift;
import dev.accolade.ledger.view.SourceStatus;
import dev.accolade.model.ChangeState;
import dev.accolade.model.Coverage;
import dev.accolade.model.WaitingFor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything the page shows, as of one moment.
 *
 * @param changes      the first of those that are not finished
 * @param counts       of all that are not finished
 * @param stoppedRules each as a sentence
 * @param unclear      what the identities file says in vain, each as a sentence
 * @param tooOld       names of the sources of which no complete read is recent enough to count
 * @param differences  the first of what somebody else changed on the targets
 * @param differing    how many there are of them
 */
public record Page(Age age, Addresses addresses, List<SourceStatus> sources, Set<String> tooOld, Optional<LastPlan> plan, List<ShownChange> changes,
                   List<ChangeCount> counts, List<GrantCount> grants, Failures failures, List<String> stoppedRules, List<Paused> paused, List<LeftAlone> leftAlone, List<Skewed> skewed,
                   Identity identity, List<String> unclear, List<ShownDrift> differences, long differing) {

    /** Where the page finds its style sheets. */
    public record Addresses(String pico, String own) {}

    public Page {
        sources = List.copyOf(sources);
        tooOld = Set.copyOf(tooOld);
        changes = List.copyOf(changes);
        counts = List.copyOf(counts);
        differences = List.copyOf(differences);
        grants = List.copyOf(grants);
        stoppedRules = stoppedRules.stream().distinct().toList();
        paused = List.copyOf(paused);
        leftAlone = List.copyOf(leftAlone);
        skewed = List.copyOf(skewed);
        unclear = List.copyOf(unclear);
    }

    /** All unfinished changes, shown or not. */
    public long waiting() {
        return counts.stream().mapToLong(ChangeCount::count).sum();
    }

    /** Changes that an approval would release. */
    public long heldChanges() {
        return counts.stream().filter(count -> count.state() == ChangeState.WAITING
                && count.waitingFor().filter(why -> why == WaitingFor.LIMIT || why == WaitingFor.APPROVAL).isPresent()).mapToLong(ChangeCount::count).sum();
    }

    public long liveGrants() {
        return grants.stream().mapToLong(count -> count.ours() + count.theirs()).sum();
    }

    public long unsureGrants() {
        return grants.stream().mapToLong(GrantCount::unsure).sum();
    }

    /** Scopes whose shrinking waits for somebody's yes. */
    public List<HeldScope> heldScopes() {
        return sources.stream().flatMap(source -> source.held().stream()).filter(held -> held.approvedUntil().filter(until -> until.isAfter(age.now())).isEmpty()).toList();
    }

    /** What is to be known of who is who, and waits for nobody. */
    public List<String> whoIsWho() {
        return Stream.of(unclear.stream(), identity.olderAddresses().stream().map(Identity.OlderAddress::sentence), identity.split().stream().map(Identity.Split::sentence))
                .flatMap(all -> all).toList();
    }

    public long failedReads() {
        return sources.stream().mapToLong(SourceStatus::failedReads).sum();
    }

    public long refusedAccounts() {
        return sources.stream().mapToLong(SourceStatus::refusedAccounts).sum();
    }

    /** How many things wait for a person: what mends itself is not among them, nor rules that stand still before the first plan. */
    public long forPeople() {
        return failures.refusedCount() + (plan.isPresent() ? stoppedRules.size() : 0) + heldScopes().size() + refusedAccounts() + (heldChanges() > 0 ? 1 : 0) + paused.size() + leftAlone.size() + skewed.size()
                + failures.barred().size() + identity.twice().size() + (differing > 0 ? 1 : 0);
    }

    /** How many things did not go well and are tried again by themselves. */
    public long mendingThemselves() {
        return failures.troubledCount() - failures.refusedCount() + failedReads() + failures.hints().size() + failures.unanswered().size();
    }

    /** {@code 480 of 500 scopes, one by one}. */
    public static String completeness(CoverageSummary coverage) {
        String never = coverage.complete() > 0 ? "" : ", never complete";
        return switch (coverage.kind()) {
            case PEOPLE -> "all people" + never;
            case SCOPES -> "list of scopes" + never;
            case EVERYTHING -> "all scopes at once" + never;
            case SCOPE -> Count.of(coverage.complete()) + " of " + Count.of(coverage.known(), "scope") + ", one by one";
            case MEMBER -> Count.of(coverage.complete()) + " of " + Count.of(coverage.known(), "member") + ", one by one";
        };
    }

    /** {@code fedora scope packager}: what a failed read or a hint was about. */
    public static String subject(Coverage coverage, Optional<String> name) {
        return switch (coverage.kind()) {
            case PEOPLE -> coverage.source() + ": all people";
            case SCOPES -> coverage.source() + ": list of scopes";
            case EVERYTHING -> coverage.source() + ": all scopes";
            case SCOPE -> coverage.source() + ": scope " + name.orElse(coverage.id());
            case MEMBER -> coverage.source() + ": member " + name.orElse(coverage.id());
        };
    }

    /** What became of a change so far, or what it waits for. */
    public static String standing(ShownChange change) {
        return switch (change.state()) {
            case PLANNED -> change.attempts() > 0 ? "to be tried again" : "to be done";
            case WAITING -> change.approvedUntil().isPresent() ? "approved" : change.heldBecause().orElse("waits");
            case CLAIMED -> "being done now";
            case UNKNOWN -> "outcome unknown; the target is looked at first";
            case REFUSED -> "refused";
            case DONE -> "done";
            case SUPERSEDED -> "no longer wanted";
            case DROPPED -> "dropped";
        };
    }

    /** What a change was computed from, in a few words; empty when the evidence says nothing that fits. */
    public static String because(ShownChange change) {
        String right = change.evidence().getOrDefault("right", "");
        String scope = change.evidence().getOrDefault("scopeName", "");
        String excluded = change.evidence().getOrDefault("excludedBy", "");
        return !excluded.isEmpty() ? excluded : right.isEmpty() ? change.evidence().getOrDefault("noLonger", "") : right + " in " + scope;
    }

    /** As a person says it: {@code award}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
