package dev.accolade.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.ledger.Barrier;
import dev.accolade.ledger.Barriers.Concern;
import dev.accolade.model.ChangeKind;
import dev.accolade.rules.RuleBook;
import dev.accolade.service.badgr.BadgeClass;
import dev.accolade.service.badgr.Issuer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BadgrPreflightTest {

    private static final Concern AWARD = new Concern("badges", "class-1", "Club / Member", ChangeKind.AWARD);
    private static final Concern REVOKE = new Concern("badges", "class-1", "Club / Member", ChangeKind.REVOKE);

    @Test
    void ownersAndEditorsMayDoEverything() {
        assertThat(barriers(issuer("owner"), true, AWARD, REVOKE)).isEmpty();
        assertThat(barriers(issuer("editor"), true, AWARD, REVOKE)).isEmpty();
    }

    @Test
    void staffMayAwardAndNotRevoke() {
        assertThat(barriers(issuer("staff"), true, AWARD, REVOKE)).singleElement().satisfies(barrier -> {
            assertThat(barrier.kind()).contains(ChangeKind.REVOKE);
            assertThat(barrier.problem()).contains("is staff of the issuer 'Club'");
        });
    }

    @Test
    void aClassWithoutAnImageIsRevokedAndNotAwarded() {
        assertThat(barriers(issuer("owner"), false, AWARD, REVOKE)).singleElement().satisfies(barrier -> {
            assertThat(barrier.kind()).contains(ChangeKind.AWARD);
            assertThat(barrier.problem()).contains("has no image");
        });
    }

    @Test
    void nothingIsConcludedFromAStaffThatIsNotTold() {
        assertThat(barriers(new Issuer("i", "Club", none(), none(), none(), none(), none(), List.of()), true, AWARD, REVOKE)).isEmpty();
    }

    @Test
    void whatIsNotShownIsNamedForEachKindAndHoldsUpNoOtherClass() {
        Concern other = new Concern("badges", "class-2", "Club / Friend", ChangeKind.AWARD);
        assertThat(barriers(issuer("owner"), true, AWARD, other)).singleElement().satisfies(barrier -> {
            assertThat(barrier.objectId()).contains("class-2");
            assertThat(barrier.problem()).contains("'Club / Friend' (class-2)", "not on the staff of the issuer, or the class is gone");
        });
    }

    private static List<Barrier> barriers(Issuer issuer, boolean image, Concern... concerns) {
        BadgeClass badgeClass = new BadgeClass("class-1", "i", "Member", none(), none(), image ? Optional.of("https://example.org/x.png") : none(), none(), none(), List.of(), List.of(), Optional.empty());
        return new BadgrPreflight(List.of(issuer), "me", List.of(badgeClass), new RuleBook(List.of(), List.of())).barriers(Stream.of(concerns).toList());
    }

    private static Issuer issuer(String role) {
        return new Issuer("i", "Club", none(), none(), none(), none(), none(), List.of(new Issuer.Member("somebody", "owner"), new Issuer.Member("me", role)));
    }

    private static Optional<String> none() {
        return Optional.empty();
    }
}
