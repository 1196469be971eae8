package dev.accolade.flow;

import dev.accolade.ledger.Snapshots;
import dev.accolade.ledger.Snapshots.Right;
import dev.accolade.ledger.Snapshots.Snapshot;
import dev.accolade.model.Member;
import dev.accolade.model.MemberKey;
import dev.accolade.model.Scope;
import dev.accolade.model.ScopeKey;
import dev.accolade.service.fas.FasGroup;
import dev.accolade.service.fas.FasGroupMembers;
import dev.accolade.service.fas.FasMembership;
import dev.accolade.service.fas.FasPerson;
import dev.accolade.service.fas.FasPersonWithRoles;
import dev.accolade.service.fas.FasRole;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;

/** What FAS2 says, as facts: a group is a scope, a role a right, an account a member. */
public final class FasFacts {

    private final Snapshots snapshots;
    private final PullSteps pull;

    public FasFacts(Snapshots snapshots, PullSteps pull) {
        this.snapshots = snapshots;
        this.pull = pull;
    }

    public void stagePeople(@Body List<FasPerson> people, @Header(Headers.SNAPSHOT) Snapshot snapshot) {
        snapshots.stageMembers(snapshot, people.stream().map(person -> member(snapshot, person)).toList());
    }

    public void stageGroups(@Body List<FasGroupMembers> groups, @Header(Headers.SNAPSHOT) Snapshot snapshot) {
        snapshots.stageScopes(snapshot, groups.stream().map(group -> scope(snapshot, group.id(), group.name())).toList());
        snapshots.stageRights(snapshot, groups.stream().flatMap(group -> rights(group.id(), group.memberships())).toList());
    }

    /** One person and all their roles; somebody FAS2 does not know leaves everything as it is. */
    public void stagePerson(Exchange exchange, @Body Optional<FasPersonWithRoles> found, @Header(Headers.SERVICE) String source,
                            @Header(Headers.STARTED) Instant started) {
        found.ifPresent(person -> {
            pull.beginMember(exchange, source, Long.toString(person.person().id()), started);
            Snapshot snapshot = exchange.getMessage().getHeader(Headers.SNAPSHOT, Snapshot.class);
            List<FasRole> held = person.roles().stream().filter(FasRole::isApproved).toList();
            snapshots.stageMembers(snapshot, List.of(member(snapshot, person.person())));
            snapshots.stageScopes(snapshot, held.stream().map(role -> scope(snapshot, role.groupId(), role.groupName())).toList());
            snapshots.stageRights(snapshot, held.stream()
                    .map(role -> new Right(Long.toString(person.person().id()), Long.toString(role.groupId()), right(role.roleType().name()))).toList());
        });
    }

    /** One group and everybody in it; a group FAS2 does not know leaves everything as it is. */
    public void stageGroup(Exchange exchange, @Body Optional<FasGroup> found, @Header(Headers.SERVICE) String source, @Header(Headers.STARTED) Instant started) {
        found.ifPresent(group -> {
            pull.beginScope(exchange, source, Long.toString(group.id()), started);
            Snapshot snapshot = exchange.getMessage().getHeader(Headers.SNAPSHOT, Snapshot.class);
            snapshots.stageScopes(snapshot, List.of(scope(snapshot, group.id(), group.name())));
            snapshots.stageRights(snapshot, rights(group.id(), group.approved()).toList());
        });
    }

    private static Stream<Right> rights(long group, List<FasMembership> memberships) {
        return memberships.stream().map(one -> new Right(Long.toString(one.personId()), Long.toString(group), right(one.role().name())));
    }

    private static String right(String role) {
        return role.toLowerCase(Locale.ROOT);
    }

    private static Scope scope(Snapshot snapshot, long id, String name) {
        return new Scope(new ScopeKey(snapshot.coverage().source(), Long.toString(id)), name);
    }

    private static Member member(Snapshot snapshot, FasPerson person) {
        return new Member(new MemberKey(snapshot.coverage().source(), Long.toString(person.id())), person.username(), person.email(),
                Optional.of(person.humanName()), person.status());
    }
}
