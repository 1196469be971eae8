package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.accolade.sandbox.badgr.Fields.Need;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code /v2/backpack/collections}: a collection belongs to one recipient. */
final class CollectionResource {

    private final World world;
    private final Access access;

    CollectionResource(World world, Access access) {
        this.world = world;
        this.access = access;
    }

    Reply list(Visit visit) {
        Account account = access.verified(visit, BackpackResource.READ, BackpackResource.WRITE).account();
        Shapes shapes = new Shapes(world, visit);
        ArrayNode result = Json.array();
        world.collections.values().stream().filter(one -> one.owner.id().equals(account.id())).forEach(one -> result.add(shapes.collection(one)));
        return Reply.ok(200, result);
    }

    /** A list of assertions, even an empty one, is more than the server can take here. */
    Reply create(Visit visit) {
        Account account = access.verified(visit, BackpackResource.WRITE).account();
        Fields fields = new Fields(visit.data());
        BackpackCollection collection = new BackpackCollection(Identifiers.entity(), account, fields.untagged("name", Need.REQUIRED, 128).orElse(""));
        apply(fields, collection);
        if (fields.has("assertions")) {
            throw Refusal.serverError();
        }
        world.collections.put(collection.id, collection);
        return Reply.ok(201, new Shapes(world, visit).collection(collection));
    }

    Reply get(Visit visit) {
        BackpackCollection collection = own(access.verified(visit, BackpackResource.READ, BackpackResource.WRITE), visit.id());
        return Reply.ok(200, new Shapes(world, visit).collection(collection));
    }

    Reply update(Visit visit) {
        BackpackCollection collection = own(access.verified(visit, BackpackResource.WRITE), visit.id());
        Fields fields = new Fields(visit.data());
        Optional<String> name = fields.untagged("name", Need.REQUIRED, 128);
        Optional<Set<String>> assertions = fields.value("assertions", Need.OPTIONAL).map(ids -> assertions(fields, ids, collection.owner));
        apply(fields, collection);
        name.ifPresent(text -> collection.name = text);
        assertions.ifPresent(ids -> {
            collection.assertions.clear();
            collection.assertions.addAll(ids);
        });
        return Reply.ok(200, new Shapes(world, visit).collection(collection));
    }

    Reply delete(Visit visit) {
        world.collections.remove(own(access.verified(visit, BackpackResource.WRITE), visit.id()).id);
        return Reply.nothing(204);
    }

    /** Description and publication, once all fields are known to be right. */
    private static void apply(Fields fields, BackpackCollection collection) {
        Optional<String> description = fields.untagged("description", Need.OPTIONAL, 255);
        Optional<Boolean> published = fields.flag("published", Need.OPTIONAL);
        fields.check();
        description.ifPresent(text -> collection.description = text);
        if (published.isPresent() && published.get() != collection.shareHash.isPresent()) {
            collection.shareHash = published.get() ? Optional.of(Identifiers.hex()) : Optional.empty();
        }
    }

    private Set<String> assertions(Fields fields, JsonNode ids, Account owner) {
        Set<String> known = new LinkedHashSet<>();
        for (JsonNode id : ids) {
            String own = owner.email().toLowerCase(Locale.ROOT);
            Optional<Assertion> held = world.assertions.byId(id.asText()).filter(one -> one.recipient.identity().equals(own));
            held.ifPresentOrElse(one -> known.add(one.id), () -> fields.unknownEntity("assertions", id.asText()));
        }
        return known;
    }

    private BackpackCollection own(Caller caller, String id) {
        return Optional.ofNullable(world.collections.get(id)).filter(one -> one.owner.id().equals(caller.account().id()))
                .orElseThrow(Refusal::notFound);
    }
}
