package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The three {@code /changed} feeds: always paged, in the body, by time of the last change. What was deleted just vanishes. */
final class ChangeFeeds {

    private static final int PAGE_SIZE = 100;

    private final World world;
    private final Access access;

    ChangeFeeds(World world, Access access) {
        this.world = world;
        this.access = access;
    }

    Reply issuers(Visit visit) {
        Shapes shapes = new Shapes(world, visit);
        return feed(visit, world.issuerChanges, issuer -> issuer, issuer -> shapes.issuer(issuer, true));
    }

    Reply classes(Visit visit) {
        return feed(visit, world.classChanges, badgeClass -> badgeClass.issuer, new Shapes(world, visit)::badgeClass);
    }

    Reply assertions(Visit visit) {
        return feed(visit, world.assertionChanges, assertion -> assertion.badgeClass.issuer, new Shapes(world, visit)::assertion);
    }

    private <T extends Dated> Reply feed(Visit visit, Timeline<T> changes, Function<T, Issuer> issuer, Function<T, ? extends JsonNode> shape) {
        Caller caller = access.caller(visit, Access.ISSUER, "r:issuer", Access.SERVER_ADMIN);
        Optional<Instant> since = visit.call().parameter("since").map(ChangeFeeds::moment);
        Instant asked = world.stamp();
        Predicate<T> mine = item -> issuer.apply(item).hasOnStaff(caller.account(), Role.STAFF)
                && since.map(item.updatedAt()::isAfter).orElse(true);
        Page<T> page = Page.of(visit, changes, false, Dated::updatedAt, mine, size(visit));
        ArrayNode result = Json.array();
        page.items().forEach(item -> result.add(shape.apply(item)));
        ObjectNode body = Reply.envelope("ok", result);
        body.putObject("pagination").put("hasNext", page.next().isPresent()).put("nextResults", page.next().orElse(null))
                .put("hasPrevious", page.previous().isPresent()).put("previousResults", page.previous().orElse(null));
        return Reply.bare(200, body.put("timestamp", Moments.offset(asked)));
    }

    private static Instant moment(String text) {
        return Moments.read(text).orElseThrow(() -> {
            ObjectNode error = Json.object();
            error.set("since", Json.texts("must be ISO-8601 format with time zone"));
            return Refusal.fields(error);
        });
    }

    private static int size(Visit visit) {
        return visit.call().parameter("num").filter(text -> text.matches("[1-9]\\d{0,8}")).map(Integer::parseInt).orElse(PAGE_SIZE);
    }
}
