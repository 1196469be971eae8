package dev.accolade.flow;

import dev.accolade.ledger.Hints.Hint;
import dev.accolade.ledger.Snapshots;
import dev.accolade.ledger.Snapshots.Right;
import dev.accolade.ledger.Snapshots.Snapshot;
import dev.accolade.model.Member;
import dev.accolade.model.MemberKey;
import dev.accolade.model.Scope;
import dev.accolade.model.ScopeKey;
import dev.accolade.service.cave.CaveConstants;
import dev.accolade.service.cave.CaveGroup;
import dev.accolade.service.cave.CaveMember;
import dev.accolade.service.cave.CavePermissions;
import dev.accolade.service.cave.CaveUser;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;

/** What CAVE says, as facts: a group is a scope; being in it is the right {@code member}, administering it {@code admin} as well. */
public final class CaveFacts {

    private final Snapshots snapshots;
    private final PullSteps pull;
    private final Clock clock;

    public CaveFacts(Snapshots snapshots, PullSteps pull, Clock clock) {
        this.snapshots = snapshots;
        this.pull = pull;
        this.clock = clock;
    }

    /** A program's account earns nothing, so it is no member. */
    public void stagePeople(@Body List<CaveUser> users, @Header(Headers.SNAPSHOT) Snapshot snapshot) {
        snapshots.stageMembers(snapshot, users.stream().filter(user -> !user.serviceAccount()).map(user -> member(snapshot, user)).toList());
    }

    public void stageGroups(@Body List<CaveGroup> groups, @Header(Headers.SNAPSHOT) Snapshot snapshot) {
        snapshots.stageScopes(snapshot, groups.stream().map(group -> scope(snapshot, group)).toList());
    }

    /** The next read is of this one group. */
    public void beginGroup(Exchange exchange, @Header(Headers.SERVICE) String source, @Body CaveGroup group) {
        pull.beginScope(exchange, source, Long.toString(group.id()), clock.instant());
    }

    /** The group that a hint calls by a name which nobody knows here yet; nothing is read where none, or several, are called so. */
    public Optional<CaveGroup> named(@Body List<CaveGroup> groups, @Header(Headers.HINT) Hint hint) {
        List<CaveGroup> found = groups.stream().filter(group -> group.name().equals(hint.coverage().id())).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    public void stageMembers(@Body List<CaveMember> members, @Header(Headers.SNAPSHOT) Snapshot snapshot) {
        String group = snapshot.coverage().id();
        snapshots.stageRights(snapshot, members.stream().flatMap(one -> rights(one.id(), group, one.admin())).toList());
    }

    /**
     * CAVE answers an unknown group with an empty list, so an empty one is asked for by itself afterwards.
     *
     * @throws IllegalStateException when it is gone: then the list says nothing of anybody
     */
    public void stillThere(@Body Optional<CaveGroup> group, @Header(Headers.SNAPSHOT) Snapshot snapshot) {
        if (group.isEmpty()) {
            throw new IllegalStateException("The group " + snapshot.coverage().id() + " vanished while it was read. Nobody loses anything by it; its rules stand still.");
        }
    }

    /** Where several accounts have the address, in another case each, nobody can say which was meant: then nothing is read. */
    public Optional<CaveUser> only(@Body List<CaveUser> found) {
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The next read is of this one person; somebody CAVE does not know leaves everything as it is. */
    public void beginUser(Exchange exchange, @Body Optional<CaveUser> found, @Header(Headers.SERVICE) String source, @Header(Headers.STARTED) Instant started) {
        found.filter(user -> !user.serviceAccount()).ifPresent(user -> {
            pull.beginMember(exchange, source, Long.toString(user.id()), started);
            exchange.getMessage().setHeader(CaveConstants.USER_ID, user.id());
            Snapshot snapshot = exchange.getMessage().getHeader(Headers.SNAPSHOT, Snapshot.class);
            snapshots.stageMembers(snapshot, List.of(member(snapshot, user)));
        });
    }

    /** @throws IllegalStateException when the person is gone since: then nothing is known of their groups */
    public List<CaveGroup> stageGroupsOfUser(@Body Optional<List<CaveGroup>> found, @Header(Headers.SNAPSHOT) Snapshot snapshot) {
        List<CaveGroup> groups = found.orElseThrow(() -> new IllegalStateException("The person " + snapshot.coverage().id() + " vanished while it was read. Nothing was changed."));
        snapshots.stageScopes(snapshot, groups.stream().map(group -> scope(snapshot, group)).toList());
        snapshots.stageRights(snapshot, groups.stream().map(group -> new Right(snapshot.coverage().id(), Long.toString(group.id()), "member")).toList());
        return groups;
    }

    /** CAVE tells by name which groups a person administers. */
    public void stageAdministered(@Body Optional<CavePermissions> found, @Header(Headers.SNAPSHOT) Snapshot snapshot, @Header("AccoladeGroups") List<CaveGroup> groups) {
        List<String> administered = found.map(CavePermissions::groupsAdmin)
                .orElseThrow(() -> new IllegalStateException("The person " + snapshot.coverage().id() + " vanished while it was read. Nothing was changed."));
        snapshots.stageRights(snapshot, groups.stream().filter(group -> administered.contains(group.name()))
                .map(group -> new Right(snapshot.coverage().id(), Long.toString(group.id()), "admin")).toList());
    }

    private static Stream<Right> rights(long user, String group, boolean admin) {
        Right member = new Right(Long.toString(user), group, "member");
        return admin ? Stream.of(member, new Right(Long.toString(user), group, "admin")) : Stream.of(member);
    }

    private static Scope scope(Snapshot snapshot, CaveGroup group) {
        return new Scope(new ScopeKey(snapshot.coverage().source(), Long.toString(group.id())), group.name());
    }

    private static Member member(Snapshot snapshot, CaveUser user) {
        return new Member(new MemberKey(snapshot.coverage().source(), Long.toString(user.id())), user.name(), user.email(), Optional.of(user.name()), "active");
    }
}
