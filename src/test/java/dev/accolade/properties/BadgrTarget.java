package dev.accolade.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.flow.PushSteps;
import dev.accolade.ledger.Claim;
import dev.accolade.ledger.Limits;
import dev.accolade.model.ChangeKind;
import dev.accolade.model.Desired;
import dev.accolade.model.MemberKey;
import dev.accolade.plan.Holding;
import dev.accolade.rules.Rule;
import dev.accolade.service.badgr.Assertion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Badges: one live award of a class to an address, and a moved one keeps its date. */
final class BadgrTarget implements Target {

    static final String NAME = "badges";

    private final FakeBadgr badgr;
    private final Seen seen;

    BadgrTarget(World world) {
        this.badgr = new FakeBadgr(world.clock);
        this.seen = new Seen(world.database);
    }

    /** Somebody has awarded by hand before Accolade came, or an earlier ledger did. */
    void awardedBefore(String badge, String email, boolean ours) {
        badgr.add(badgeClass(badge), email, ours ? FakeBadgr.SELF : FakeBadgr.OTHERS);
    }

    static String badgeClass(String badge) {
        return "class-" + badge;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public FakeBadgr fake() {
        return badgr;
    }

    @Override
    public List<String> objects() {
        return Rulebooks.BADGES.stream().map(badge -> "I / " + badge).toList();
    }

    @Override
    public String objectId(String objectName) {
        return badgeClass(objectName.substring("I / ".length()));
    }

    @Override
    public List<Holding> found(String badgeClass) {
        return badgr.live().stream().filter(one -> one.badgeClassId().equals(badgeClass)).map(one -> new Holding(NAME, badgeClass, one.entityId(), one.recipient(),
                one.createdBy().filter(FakeBadgr.SELF::equals).isPresent())).toList();
    }

    @Override
    public Function<Claim, Runnable> hands(PushSteps push) {
        return new BadgeHands(badgr, push);
    }

    /** One new address a day, because few are. */
    @Override
    public Limits limits() {
        return new Limits(4, 2, 0.5, 1, 1, Limits.Narrow.NOTHING, 1);
    }

    @Override
    public boolean greets(Fake.Deed deed) {
        String address = badgr.assertions.get(deed.thing()).recipient();
        return deed.claim().kind() == ChangeKind.AWARD && badgr.assertions.values().stream().filter(one -> one.recipient().equals(address)).findFirst().orElseThrow().entityId().equals(deed.thing());
    }

    @Override
    public void intact() {
        badgr.assertions.values().stream().filter(one -> one.createdBy().filter(FakeBadgr.OTHERS::equals).isPresent())
                .forEach(theirs -> assertThat(theirs.revoked()).as("theirs was revoked: %s", theirs).isFalse());
        assertThat(badgr.live().stream().map(one -> one.badgeClassId() + " " + one.recipient())).as("live twice").doesNotHaveDuplicates();
    }

    /** Of what moved to another address: never two, and the first date for ever. */
    @Override
    public void asPlanned(Fake.Deed deed, Seen.Change change) {
        assertThat(deed.claim().kind()).isIn(ChangeKind.AWARD, ChangeKind.REVOKE, ChangeKind.RENEW);
        if (change.reason().equals("READDRESSED")) {
            assertThat(change.evidence()).as("it was earned when it was moved: %s", change).containsKeys("member", "right", "scope", "firstSeen");
        }
        if (!change.reason().equals("REISSUED")) {
            return;
        }
        Instant first = ((Desired.Badge) deed.claim().desired()).issuedOn().orElseThrow();
        List<Seen.Change> moved = seen.changes().stream().filter(one -> one.reason().equals("READDRESSED") && one.person() == change.person() && one.objectId().equals(change.objectId())
                && one.state().equals("DONE")).toList();
        assertThat(moved).as("%s follows a revocation", change).isNotEmpty().allSatisfy(one -> assertThat(badgr.assertions.get(one.remoteId()).revoked()).isTrue());
        assertThat(badgr.assertions.get(moved.get(moved.size() - 1).remoteId()).issuedOn().truncatedTo(ChronoUnit.MILLIS)).as("date of %s", change)
                .isEqualTo(badgr.assertions.get(deed.thing()).issuedOn().truncatedTo(ChronoUnit.MILLIS)).isEqualTo(first);
    }

    /** Nothing but what holds for all. */
    @Override
    public void justified(Seen.Change change, Collection<MemberKey> members) {}

    @Override
    public void isThere(Seen.Grant grant) {
        Assertion there = badgr.assertions.get(grant.remoteId());
        assertThat(grant.merged() ? !there.revoked() : badgr.isLive(grant.remoteId())).as("what the ledger calls live is revoked or over: %s", grant).isTrue();
    }

    /** A badge is there or not. */
    @Override
    public void gives(Seen.Grant grant, List<Rule> earning, List<Rule> staying) {}

    /** It ended and is not given again; or nobody knows an address, or what the target has for it stands for somebody else. */
    @Override
    public boolean mayLack(long person, Set<MemberKey> members, String badgeClass) {
        Set<String> known = members.stream().map(seen.addresses()::get).filter(Objects::nonNull).collect(Collectors.toSet());
        Optional<Assertion> there = badgr.live().stream().filter(one -> one.badgeClassId().equals(badgeClass) && known.contains(one.recipient())).findFirst();
        return seen.ranOut(person, badgeClass) || known.isEmpty() || there.isPresent() && seen.liveGrants().stream().anyMatch(grant -> grant.remoteId().equals(there.get().entityId()));
    }
}
