package dev.accolade.properties;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.accolade.flow.ClientSteps;
import dev.accolade.flow.PushSteps;
import dev.accolade.ledger.Claim;
import dev.accolade.ledger.Limits;
import dev.accolade.model.Authority;
import dev.accolade.model.ChangeKind;
import dev.accolade.model.Desired;
import dev.accolade.model.MemberKey;
import dev.accolade.plan.ClientKey;
import dev.accolade.plan.Holding;
import dev.accolade.rules.Rule;
import dev.accolade.service.learninglocker.Client;
import dev.accolade.service.learninglocker.ClientRequest;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Clients: one under one key of ours, with exactly the scopes that were earned, disabled when there are none. */
final class LearningLockerTarget implements Target {

    static final String NAME = "lrs";
    static final String HOME = "https://village.example.org";

    private final World world;
    private final FakeLearningLocker lrs;
    private final Seen seen;
    private final Scopes scopes;
    /** As they were made by others. */
    private final Map<String, Client> theirs = new HashMap<>();

    LearningLockerTarget(World world) {
        this.world = world;
        this.lrs = new FakeLearningLocker(world.clock);
        this.seen = new Seen(world.database);
        this.scopes = new Scopes(world);
    }

    /** Somebody has made one by hand for this user name, which is none of ours whatever it looks like; or an earlier ledger did. */
    void madeBefore(String store, String username, List<String> given, boolean ours) {
        Authority.Account account = new Authority.Account(HOME, username);
        JsonNode authority = JsonNodeFactory.instance.objectNode().put("objectType", "Agent").set("account",
                JsonNodeFactory.instance.objectNode().put("homePage", HOME).put("name", username));
        Client made = lrs.add(new ClientRequest(username, objectId(store), authority, given, Optional.of(ours ? ClientKey.of(objectId(store), account) : "by-hand"), true));
        if (!ours) {
            theirs.put(made.id(), made);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public FakeLearningLocker fake() {
        return lrs;
    }

    @Override
    public List<String> objects() {
        return Rulebooks.STORES;
    }

    @Override
    public String objectId(String store) {
        return "%024x".formatted(0xabc000 + Rulebooks.STORES.indexOf(store));
    }

    @Override
    public List<Holding> found(String store) {
        return lrs.clients.values().stream().filter(client -> client.trusted() && client.storeId().equals(Optional.of(store)))
                .map(client -> new Holding(NAME, store, client.id(), FakeLearningLocker.isOurs(client) ? client.basicKey().orElseThrow() : "", FakeLearningLocker.isOurs(client))).toList();
    }

    @Override
    public Function<Claim, Runnable> hands(PushSteps push) {
        return new ClientHands(lrs, new ClientSteps(push, world.objects), world.camel);
    }

    @Override
    public Limits limits() {
        return new Limits(4, 2, 0.5, 1, 1);
    }

    @Override
    public void intact() {
        theirs.forEach((id, before) -> assertThat(lrs.clients.get(id)).as("a client of others").isEqualTo(before));
        assertThat(lrs.clients.values().stream().filter(FakeLearningLocker::isOurs).map(client -> client.storeId() + " " + client.basicKey())).as("made twice").doesNotHaveDuplicates();
    }

    /** It may do exactly what was wanted, and lost nothing that the change had not named, by which it is limited. */
    @Override
    public void asPlanned(Fake.Deed deed, Seen.Change change) {
        Desired.Client wanted = (Desired.Client) deed.claim().desired();
        Client there = lrs.clients.get(deed.thing());
        boolean disables = deed.claim().kind() == ChangeKind.REVOKE;
        assertThat(deed.claim().kind() == ChangeKind.AWARD && seen.isAnothers(NAME, deed.thing(), change.person())).as("%s gave another person's client", change).isFalse();
        assertThat(there.trusted()).as("enabled after %s", change).isEqualTo(!disables);
        if (!disables) {
            assertThat(there.scopes()).as("what %s left", change).containsExactlyInAnyOrderElementsOf(wanted.scopes());
            assertThat(Scopes.taken(change)).as("what %s took", change).containsAll(deed.taken());
        }
    }

    @Override
    public void justified(Seen.Change change, Collection<MemberKey> members) {
        scopes.justified(change, members);
    }

    @Override
    public void isThere(Seen.Grant grant) {
        assertThat(lrs.isLive(grant.remoteId())).as("what the ledger calls live is disabled: %s", grant).isTrue();
    }

    @Override
    public void gives(Seen.Grant grant, List<Rule> earning, List<Rule> staying) {
        assertThat(lrs.clients.get(grant.remoteId()).scopes()).as("scopes of %s, earned by %s, kept by %s", grant, earning, staying).containsAll(Scopes.of(earning))
                .isSubsetOf(Scopes.of(Stream.concat(earning.stream(), staying.stream()).toList()));
    }

    /** Nobody knows an address for its authority, or what stands under its key is, or was, another person's. */
    @Override
    public boolean mayLack(long person, Set<MemberKey> members, String store) {
        Stream<Authority.Identifier> agents = members.stream().map(member -> store.equals(objectId(Rulebooks.MAILED)) ? Optional.ofNullable(seen.addresses().get(member))
                .map(email -> new Authority.Mbox("mailto:" + email)) : Optional.of(new Authority.Account(HOME, member.source() + member.id()))).flatMap(Optional::stream);
        List<String> keys = agents.map(agent -> ClientKey.of(store, agent)).toList();
        return keys.isEmpty() || lrs.clients.values().stream().anyMatch(client -> keys.contains(client.basicKey().orElse("")) && seen.isAnothers(NAME, client.id(), person));
    }
}
