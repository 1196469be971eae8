package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.node.ArrayNode;

/** {@code /v2/issuers}. */
final class IssuerResource {

    private final World world;
    private final Access access;

    IssuerResource(World world, Access access) {
        this.world = world;
        this.access = access;
    }

    Reply list(Visit visit) {
        Caller caller = access.verified(visit, Access.ISSUER, Access.SERVER_ADMIN);
        Shapes shapes = new Shapes(world, visit);
        ArrayNode result = Json.array();
        world.issuersOf(caller.account()).forEach(issuer -> result.add(shapes.issuer(issuer, withStaff(visit))));
        return Reply.ok(200, result);
    }

    Reply create(Visit visit) {
        Caller caller = access.verified(visit, Access.ISSUER, Access.SERVER_ADMIN);
        IssuerForm form = new IssuerForm(world, visit.data());
        form.check();
        if (!caller.token().has(Access.SERVER_ADMIN) && !form.email().equalsIgnoreCase(caller.account().email())) {
            throw Refusal.invalid("Issuer email must be one of your verified addresses. Add this email to your profile and try again.");
        }
        Issuer issuer = new Issuer(Identifiers.entity(), caller.account().id(), world.stamp());
        issuer.staff.put(caller.account().id(), Role.OWNER);
        form.apply(issuer);
        world.add(issuer);
        return Reply.ok(201, new Shapes(world, visit).issuer(issuer, withStaff(visit)));
    }

    Reply get(Visit visit) {
        Issuer issuer = access.issuer(access.caller(visit), visit.id(), Role.STAFF);
        return Reply.ok(200, new Shapes(world, visit).issuer(issuer, withStaff(visit)));
    }

    Reply update(Visit visit) {
        Issuer issuer = access.issuer(access.caller(visit), visit.id(), Role.EDITOR);
        IssuerForm form = new IssuerForm(world, visit.data());
        form.check();
        if (form.withoutPicture()) {
            throw Refusal.serverError();
        }
        form.apply(issuer);
        world.touch(issuer);
        return Reply.ok(200, new Shapes(world, visit).issuer(issuer, withStaff(visit)));
    }

    Reply delete(Visit visit) {
        Issuer issuer = access.issuer(access.caller(visit), visit.id(), Role.OWNER);
        if (!issuer.assertions.oldestFirst().stream().allMatch(Assertion::revoked)) {
            throw Refusal.isProtected("Issuer can not be deleted because it has previously issued badges.");
        }
        world.remove(issuer);
        return Reply.nothing(204);
    }

    private static boolean withStaff(Visit visit) {
        return visit.call().parameter("include_staff").map(text -> !text.equalsIgnoreCase("false") && !text.equals("0")).orElse(true);
    }
}
