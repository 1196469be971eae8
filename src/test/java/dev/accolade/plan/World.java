package dev.accolade.plan;

import dev.accolade.model.ChangeKind;
import dev.accolade.model.ChangeState;
import dev.accolade.model.Desired;
import dev.accolade.model.Entitlement;
import dev.accolade.model.GrantKey;
import dev.accolade.model.Member;
import dev.accolade.model.MemberKey;
import dev.accolade.model.Person;
import dev.accolade.model.Recast;
import dev.accolade.model.Scope;
import dev.accolade.model.ScopeKey;
import dev.accolade.model.WaitingFor;
import dev.accolade.rules.Award;
import dev.accolade.rules.Knowledge;
import dev.accolade.rules.KnownNames;
import dev.accolade.rules.RuleFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One person, the rules, and what is known; and a plan carried out in memory as the ledger would. */
final class World implements Knowledge, TargetObjects {

    static final KnownNames NAMES = new KnownNames(Map.of("fedora", "fas", "reef", "cave"), Map.of("badges", "badgr", "lrs", "learning-locker"));
    static final MemberKey ANN = new MemberKey("fedora", "1");

    Instant now = Instant.parse("2026-03-01T00:00:00Z");
    Optional<String> email = Optional.of("ann@example.org");
    String username = "ann";
    final List<String> rules = new ArrayList<>();
    final Set<String> held = new HashSet<>();
    final Set<String> unreadable = new HashSet<>();
    final Set<String> vanished = new HashSet<>();
    final Set<String> stopped = new HashSet<>();
    final List<Grant> grants = new ArrayList<>();
    final Map<Long, OpenChange> open = new LinkedHashMap<>();
    Optional<Drifted> drifted = Optional.empty();
    final Map<String, Holding> holdings = new HashMap<>();
    private final Map<Long, PlannedChange> planned = new HashMap<>();
    private long ids;

    /** @param when source and group, as in {@code fedora/packager} */
    World badge(String id, String when, String badge, String onLeave) {
        rules.add("- {id: " + id + ", when: " + condition(when) + ", award: {target: badges, issuer: I, badge: " + badge + "}" + onLeave(onLeave) + "}");
        return this;
    }

    /** A badge that follows its person to a new address. */
    World movingBadge(String id, String when, String badge, String onLeave) {
        rules.add("- {id: " + id + ", when: " + condition(when) + ", award: {target: badges, issuer: I, badge: " + badge + "}" + onLeave(onLeave) + ", on-identity-change: reissue}");
        return this;
    }

    /** @param expiry as in {@code expires: P1Y, renew: P30D} */
    World ending(String id, String when, String badge, String expiry, String onLeave) {
        rules.add("- {id: " + id + ", when: " + condition(when) + ", award: {target: badges, issuer: I, badge: " + badge + ", " + expiry + "}" + onLeave(onLeave) + "}");
        return this;
    }

    World client(String id, String when, String scopes, String onLeave) {
        rules.add("- {id: " + id + ", when: " + condition(when) + ", authorize: {target: lrs, store: Academy, authority: {account: {homePage: \"https://h.example.org\", "
                + "name: \"${member.username}\"}}, scopes: [" + scopes + "]}" + onLeave(onLeave) + "}");
        return this;
    }

    World holds(String... scopes) {
        held.clear();
        held.addAll(Set.of(scopes));
        return this;
    }

    World forward(Duration time) {
        now = now.plus(time);
        return this;
    }

    PersonPlan plan() {
        String file = "version: 1\nrules:" + (rules.isEmpty() ? " []" : "\n  " + String.join("\n  ", rules)) + "\n";
        return new Planner(RuleFile.parse("rules.yaml", file, NAMES), this, this, now, Duration.ofDays(90))
                .plan(person(), grants, List.copyOf(open.values()), found());
    }

    private Planner.Holdings found() {
        return new Planner.Holdings() {
            @Override
            public Optional<Holding> find(String target, String object, String recipient) {
                return Optional.ofNullable(holdings.get(object + " " + recipient));
            }

            @Override
            public Optional<Drifted> drifted(GrantKey key) {
                return drifted;
            }
        };
    }

    /** Writes a plan down. */
    PersonPlan keep() {
        PersonPlan plan = plan();
        plan.superseded().forEach(open::remove);
        plan.due().forEach(id -> open.computeIfPresent(id, (same, change) -> with(change, ChangeState.PLANNED, Optional.empty(), false)));
        plan.notes().forEach(note -> grants.replaceAll(grant -> grant.generation() == note.generation() && grant.key().equals(note.key()) ? new Grant(grant.key(),
                grant.generation(), grant.live(), grant.remoteId(), grant.ours(), grant.shown(), note.earnedBy(), note.leftSince(), grant.endedAt(), grant.endedWhy(),
                new Grant.Past(grant.past().issuedOn(), grant.past().recast(), grant.past().olderAddress(), note.leaving())) : grant));
        plan.marks().forEach(mark -> grants.replaceAll(grant -> grant.live() && grant.key().equals(mark.key()) ? with(grant, mark.recast(), mark.olderAddress()) : grant));
        for (PlannedChange change : plan.planned()) {
            long id = ++ids;
            open.put(id, new OpenChange(id, change.key(), change.kind(), change.state(), change.waitingFor(), change.desired(), change.evidence(), false, false, change.earnedBy()));
            planned.put(id, change);
        }
        return plan;
    }

    /** Carries out all that is planned and not held. */
    World push() {
        List.copyOf(open.values()).stream().filter(change -> change.state() == ChangeState.PLANNED).forEach(change -> {
            open.remove(change.id());
            done(planned.get(change.id()));
        });
        return this;
    }

    private void done(PlannedChange change) {
        Optional<Grant> live = grants.stream().filter(grant -> grant.live() && grant.key().equals(change.key())).findFirst();
        live.ifPresent(grants::remove);
        boolean lives = change.kind() != ChangeKind.REVOKE && change.kind() != ChangeKind.EXPIRE;
        grants.add(new Grant(change.key(), change.generation(), lives, live.map(Grant::remoteId).orElse(change.remoteId().orElse("remote-" + change.generation())),
                change.ours(), !lives ? live.orElseThrow().shown() : change.desired() instanceof Desired.Badge badge ? badge.ending(badge.endFrom(now)) : change.desired(), change.earnedBy(),
                Optional.empty(), lives ? Optional.empty() : Optional.of(now), lives ? Optional.empty() : Optional.of(change.reason()),
                new Grant.Past(live.map(before -> before.past().issuedOn()).orElse(issued(change.desired())), Optional.empty(), false, live.map(before -> before.past().leaving()).orElse(Map.of()))));
    }

    private Optional<Instant> issued(Desired desired) {
        return Optional.of(desired instanceof Desired.Badge badge ? badge.issuedOn().orElse(now) : now);
    }

    private static Grant with(Grant grant, Optional<Recast> recast, boolean olderAddress) {
        return new Grant(grant.key(), grant.generation(), true, grant.remoteId(), grant.ours(), grant.shown(), grant.earnedBy(), grant.leftSince(), grant.endedAt(), grant.endedWhy(),
                new Grant.Past(grant.past().issuedOn(), recast, olderAddress, grant.past().leaving()));
    }

    /** Two persons were joined, or the like. */
    World recast(Recast why) {
        grants.replaceAll(grant -> grant.live() ? with(grant, Optional.of(why), false) : grant);
        return this;
    }

    /** Puts the only open change into another state. */
    void openBecomes(ChangeState state, Optional<WaitingFor> waitingFor, boolean lookFirst) {
        open.replaceAll((id, change) -> with(change, state, waitingFor, lookFirst));
    }

    private static OpenChange with(OpenChange change, ChangeState state, Optional<WaitingFor> waitingFor, boolean lookFirst) {
        return new OpenChange(change.id(), change.key(), change.kind(), state, waitingFor, change.desired(), change.evidence(), state == ChangeState.REFUSED, lookFirst, change.earnedBy());
    }

    private Person person() {
        List<Entitlement> entitlements = held.stream().map(scope -> scope.split("/"))
                .map(parts -> new Entitlement(new MemberKey(parts[0], "1"), new ScopeKey(parts[0], parts[1]), parts[0].equals("fedora") ? "user" : "member", Instant.EPOCH)).toList();
        return new Person(1, List.of(new Member(ANN, username, email, Optional.empty(), "active"),
                new Member(new MemberKey("reef", "1"), username, email, Optional.empty(), "active")), entitlements, Set.of());
    }

    private static String condition(String when) {
        String[] parts = when.split("/");
        return "{source: " + parts[0] + ", group: " + parts[1] + "}";
    }

    private static String onLeave(String onLeave) {
        return onLeave.isEmpty() ? "" : ", on-leave: {" + onLeave + "}";
    }

    @Override
    public Optional<Scope> scope(String source, String nameOrId) {
        return vanished.contains(source + "/" + nameOrId) ? Optional.empty() : Optional.of(new Scope(new ScopeKey(source, nameOrId), nameOrId));
    }

    @Override
    public boolean listsEverybody(String source, Optional<Scope> scope) {
        return !unreadable.contains(source);
    }

    @Override
    public boolean listsPeople(String source) {
        return !unreadable.contains(source);
    }

    @Override
    public Optional<String> id(Award award) {
        return stopped.contains(award.objectName()) ? Optional.empty() : Optional.of("id of " + award.objectName());
    }
}
