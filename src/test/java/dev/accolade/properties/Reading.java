package dev.accolade.properties;

import dev.accolade.ledger.Snapshots.Cause;
import dev.accolade.ledger.Snapshots.Right;
import dev.accolade.ledger.Snapshots.Snapshot;
import dev.accolade.model.Coverage;
import dev.accolade.model.Coverage.Kind;
import dev.accolade.model.Member;
import dev.accolade.model.MemberKey;
import dev.accolade.model.Scope;
import dev.accolade.model.ScopeKey;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A read under way, staged with what was true when it began. */
record Reading(World world, Snapshot snapshot, Map<String, Optional<String>> members, Set<Fact> shown, Set<MemberKey> bots) {

    static Reading begin(World world, Coverage coverage, Cause cause) {
        Village village = world.village;
        String source = coverage.source();
        Map<String, Optional<String>> members = new TreeMap<>(coverage.kind() == Kind.PEOPLE ? village.members.get(source)
                : coverage.kind() == Kind.MEMBER ? Map.of(coverage.id(), village.members.get(source).get(coverage.id())) : Map.of());
        Set<Fact> shown = switch (coverage.kind()) {
            case EVERYTHING -> village.of(source);
            case SCOPE -> village.inGroup(source, coverage.id());
            case MEMBER -> village.ofMember(source, coverage.id());
            default -> Set.of();
        };
        Map<String, String> scopes = new TreeMap<>(village.groups.get(source));
        switch (coverage.kind()) {
            case PEOPLE -> scopes.clear();
            case SCOPE -> scopes.keySet().retainAll(Set.of(coverage.id()));
            case MEMBER -> scopes.keySet().retainAll(shown.stream().map(Fact::group).toList());
            default -> { }
        }
        Snapshot snapshot = world.snapshots.begin(coverage, cause);
        world.snapshots.stageMembers(snapshot, members.entrySet().stream().map(one -> new Member(new MemberKey(source, one.getKey()), source + one.getKey(), one.getValue(),
                Optional.empty(), village.bots.contains(new MemberKey(source, one.getKey())) ? "bot" : "active")).toList());
        world.snapshots.stageScopes(snapshot, scopes.entrySet().stream().map(one -> new Scope(new ScopeKey(source, one.getKey()), one.getValue())).toList());
        world.snapshots.stageRights(snapshot, shown.stream().map(fact -> new Right(fact.member(), fact.group(), fact.right())).toList());
        return new Reading(world, snapshot, members, shown,
                village.bots.stream().filter(bot -> bot.source().equals(source) && members.containsKey(bot.id())).collect(Collectors.toSet()));
    }

    void end(boolean complete) {
        if (!complete) {
            world.snapshots.fail(snapshot, "cut short");
            return;
        }
        world.snapshots.seal(snapshot);
        members.forEach((id, email) -> email.ifPresent(text -> world.observed.address(snapshot.coverage().source(), id, text)));
        world.observed.status(snapshot.coverage().source(), members.keySet(), bots);
        world.observed.add(new Observed.Read(snapshot.coverage(), snapshot.startedAt(), snapshot.cause() == Cause.HINT, shown));
    }

}
