package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.badgr.Fields.Need;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** {@code /v2/backpack/assertions}: what was awarded to the caller's own address. */
final class BackpackResource {

    static final String READ = "r:backpack";
    static final String WRITE = "rw:backpack";

    private final World world;
    private final Access access;

    BackpackResource(World world, Access access) {
        this.world = world;
        this.access = access;
    }

    Reply list(Visit visit) {
        Caller caller = access.verified(visit, READ, WRITE);
        Predicate<Assertion> shown = AssertionResource.shown(visit, world.now()).and(assertion -> !assertion.acceptance.equals("Rejected"));
        ArrayNode result = Json.array();
        held(caller.account()).filter(shown).forEach(assertion -> result.add(shape(visit, assertion)));
        return Reply.ok(200, result);
    }

    Reply get(Visit visit) {
        Caller caller = access.verified(visit, READ, WRITE);
        return Reply.ok(200, shape(visit, held(caller, visit.id())));
    }

    Reply update(Visit visit) {
        Assertion assertion = held(access.verified(visit, WRITE), visit.id());
        Fields fields = new Fields(visit.data());
        String acceptance = fields.choice("acceptance", Need.OPTIONAL, List.of("Unaccepted", "Accepted", "Rejected")).orElse(assertion.acceptance);
        fields.check();
        assertion.acceptance = acceptance;
        world.touch(assertion);
        return Reply.ok(200, shape(visit, assertion));
    }

    Reply reject(Visit visit) {
        Assertion assertion = held(access.verified(visit, WRITE), visit.id());
        assertion.acceptance = "Rejected";
        world.touch(assertion);
        return Reply.nothing(204);
    }

    /** What is imported has to be verified online, and this server reaches nothing beyond itself. */
    Reply importOne(Visit visit) {
        access.verified(visit, WRITE);
        Fields fields = new Fields(visit.data());
        long given = Stream.of("url", "image", "assertion").filter(fields.data::hasNonNull).count();
        throw Refusal.invalid(given == 1 ? "The badge could not be verified online." : "Exactly one of url, image and assertion is needed.");
    }

    private Assertion held(Caller caller, String id) {
        return held(caller.account()).filter(assertion -> assertion.id.equals(id)).findFirst().orElseThrow(Refusal::notFound);
    }

    private Stream<Assertion> held(Account account) {
        return world.assertions.to(account.email().toLowerCase(Locale.ROOT)).stream().filter(assertion -> assertion.recipient.type().equals("email"));
    }

    private ObjectNode shape(Visit visit, Assertion assertion) {
        ObjectNode shape = new Shapes(world, visit).held(assertion);
        List<String> expand = visit.call().parameters().getOrDefault("expand", List.of());
        OpenBadges pages = new OpenBadges(visit.call().base());
        if (expand.contains("badgeclass")) {
            shape.set("badgeclass", pages.badgeClass(assertion.badgeClass));
        }
        if (expand.contains("issuer")) {
            shape.set("issuer", pages.issuer(assertion.badgeClass.issuer));
        }
        return shape;
    }
}
