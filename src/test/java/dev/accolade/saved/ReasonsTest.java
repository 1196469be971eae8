package dev.accolade.saved;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.ledger.Aftermath;
import dev.accolade.ledger.KeptChange;
import dev.accolade.model.ChangeKind;
import dev.accolade.model.ChangeState;
import dev.accolade.model.GrantKey;
import dev.accolade.model.Outcome;
import dev.accolade.model.Reason;
import dev.accolade.rules.Award;
import dev.accolade.rules.Holds;
import dev.accolade.rules.OnDrift;
import dev.accolade.rules.OnIdentityChange;
import dev.accolade.rules.OnLeave;
import dev.accolade.rules.Rule;
import dev.accolade.rules.RuleBook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ReasonsTest {

    private static final Aftermath NOTHING = new Aftermath(Optional.empty(), false, false, Optional.empty(), Optional.empty(), Optional.empty());
    private static final Map<String, String> EVIDENCE = Map.of("username", "ada", "member", "fedora:7", "right", "user", "scope", "fedora:1", "scopeName", "packager");
    private static final byte[] SALT = {1, 2, 3};

    private final Basis basis = basis("packager", Duration.ZERO);

    @Test
    void namesTheRightThatIsGone() {
        assertThat(over(ChangeKind.AWARD, with(Optional.of(false), false, Optional.empty()))).isEqualTo("ada no longer holds 'user' in packager of fedora.");
        assertThat(over(ChangeKind.AWARD, with(Optional.of(true), false, Optional.empty()))).contains("No rule earns it any more");
    }

    @Test
    void saysHowTheGrantStands() {
        assertThat(over(ChangeKind.AWARD, with(Optional.of(true), true, Optional.empty()))).contains("live already");
        assertThat(over(ChangeKind.UPDATE, with(Optional.of(true), false, Optional.empty()))).isEqualTo("The grant has ended.");
        assertThat(over(ChangeKind.UPDATE, with(Optional.of(true), true, Optional.empty()))).contains("shows already");
        assertThat(over(ChangeKind.REVOKE, NOTHING)).isEqualTo("The grant has ended already.");
        assertThat(over(ChangeKind.REVOKE, with(Optional.empty(), true, Optional.empty()))).contains("ada has earned it again");
        assertThat(over(ChangeKind.AWARD, with(Optional.of(true), false, Optional.of("It is named twice.")))).contains("stand still: It is named twice.");
    }

    @Test
    void saysWhoThePersonIsNow() {
        assertThat(over(ChangeKind.AWARD, new Aftermath(Optional.empty(), false, true, Optional.empty(), Optional.empty(), Optional.empty()))).contains("erased");
        assertThat(over(ChangeKind.AWARD, new Aftermath(Optional.empty(), false, false, Optional.of(2L), Optional.empty(), Optional.empty()))).isEqualTo("The person was joined with another: p-7 is p-2 now.");
    }

    @Test
    void saysWhichRuleHasChangedAndHow() {
        KeptChange old = change(ChangeKind.AWARD, ChangeState.SUPERSEDED, "a@example.org", EVIDENCE);
        assertThat(new Reasons(basis("docs", Duration.ZERO)).over(saved(old), old, NOTHING)).isEqualTo("The rule 'r' has changed: it was 'user in packager of fedora', and is 'user in docs of fedora'.");
        assertThat(new Reasons(new Basis(SALT, new RuleBook(List.of(), List.of()))).over(saved(old), old, NOTHING)).isEqualTo("The rule 'r' is gone from the rules.");
        KeptChange removal = change(ChangeKind.REVOKE, ChangeState.SUPERSEDED, "a@example.org", EVIDENCE);
        assertThat(new Reasons(basis("packager", Duration.ofDays(7))).over(saved(removal), removal, NOTHING)).contains("then revoke after PT0S", "then revoke after PT168H");
    }

    @Test
    void saysWhatIsDifferentAboutTheChangeInItsPlace() {
        KeptChange old = change(ChangeKind.AWARD, ChangeState.SUPERSEDED, "a@example.org", EVIDENCE);
        KeptChange next = change(ChangeKind.AWARD, ChangeState.PLANNED, "b@example.org", Map.of("username", "ada", "right", "sponsor", "scope", "fedora:1", "scopeName", "packager"));
        String why = new Reasons(basis).over(saved(old), old, new Aftermath(Optional.of(next), false, false, Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(why).contains("it was for a…@example.org, and would be for b…@example.org", "'user in packager' of ada", "'sponsor in packager' of ada", "See change 17");
    }

    @Test
    void saysWhoSettledIt() {
        assertThat(new Reasons(basis).over(saved(done()), done(), NOTHING)).isEqualTo("Done before by another run, at 2026-03-01T00:00:00Z: APPLIED.");
        KeptChange dropped = change(ChangeKind.AWARD, ChangeState.DROPPED, "a@example.org", EVIDENCE);
        assertThat(new Reasons(basis).over(saved(dropped), dropped, NOTHING)).contains("An operator dropped it", "failures retry 17");
    }

    @Test
    void theBasisIsOfWhatItWasComputedFromAndNotOfHowFarItIs() {
        String of = basis.of(change(ChangeKind.AWARD, ChangeState.PLANNED, "a@example.org", EVIDENCE));
        assertThat(basis.of(change(ChangeKind.AWARD, ChangeState.REFUSED, "a@example.org", EVIDENCE))).isEqualTo(of);
        assertThat(basis.of(change(ChangeKind.UPDATE, ChangeState.PLANNED, "a@example.org", EVIDENCE))).isNotEqualTo(of);
        assertThat(basis.of(change(ChangeKind.AWARD, ChangeState.PLANNED, "b@example.org", EVIDENCE))).isNotEqualTo(of);
        assertThat(basis.of(change(ChangeKind.AWARD, ChangeState.PLANNED, "a@example.org", Map.of()))).isNotEqualTo(of);
        assertThat(basis("docs", Duration.ZERO).of(change(ChangeKind.AWARD, ChangeState.PLANNED, "a@example.org", EVIDENCE))).isNotEqualTo(of);
        assertThat(basis("packager", Duration.ofDays(7)).of(change(ChangeKind.AWARD, ChangeState.PLANNED, "a@example.org", EVIDENCE))).as("leaving is of no concern to an award").isEqualTo(of);
        assertThat(new Basis(new byte[] {9}, new RuleBook(List.of(), List.of())).of(change(ChangeKind.AWARD, ChangeState.PLANNED, "a@example.org", EVIDENCE))).isNotEqualTo(of);
    }

    private String over(ChangeKind kind, Aftermath after) {
        KeptChange old = change(kind, ChangeState.SUPERSEDED, "a@example.org", EVIDENCE);
        return new Reasons(basis).over(saved(old), old, after);
    }

    private SavedChange saved(KeptChange change) {
        return new SavedChange(change.id(), change.kind(), "badges", change.objectName(), change.key().person(), change.username(), basis.inForce(change), basis.of(change));
    }

    private static Aftermath with(Optional<Boolean> holds, boolean live, Optional<String> objectGone) {
        return new Aftermath(Optional.empty(), live, false, Optional.empty(), holds, objectGone);
    }

    private static Basis basis(String group, Duration after) {
        Rule rule = new Rule("r", "R", 3, new Holds("fedora", Optional.of(group), new TreeSet<>(List.of("user"))), List.of(),
                new Award.Badge("badges", "Club", "Member", Optional.empty(), List.of(), Optional.empty()), new OnLeave(OnLeave.Action.REVOKE, after, "left"), OnIdentityChange.KEEP, OnDrift.REPORT);
        return new Basis(SALT, new RuleBook(List.of(rule), List.of()));
    }

    private static KeptChange done() {
        return new KeptChange(17, new GrantKey("badges", "class-1", 7), "Club / Member", 1, ChangeKind.AWARD, ChangeState.DONE, Optional.empty(), Optional.empty(), "r", 3, Reason.EARNED, EVIDENCE,
                "{\"type\":\"badge\",\"evidence\":[]}", Map.of("r", "c"), 1, Optional.of(Outcome.APPLIED), Optional.of("Awarded."), Optional.of(Instant.parse("2026-03-01T00:00:00Z")),
                Optional.empty(), Optional.empty());
    }

    private static KeptChange change(ChangeKind kind, ChangeState state, String address, Map<String, String> evidence) {
        return new KeptChange(17, new GrantKey("badges", "class-1", 7), "Club / Member", 1, kind, state, Optional.empty(), Optional.empty(), "r", 3, Reason.EARNED, evidence,
                "{\"type\":\"badge\",\"recipient\":\"" + address + "\",\"evidence\":[]}", Map.of("r", "c"), 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
