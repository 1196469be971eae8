package dev.accolade.sandbox.badgr;

import java.util.List;

/** {@code /v2/badgeclasses}, and those below an issuer. */
final class ClassResource {

    private final World world;
    private final Access access;

    ClassResource(World world, Access access) {
        this.world = world;
        this.access = access;
    }

    /** Of all issuers the caller is on the staff of; an unverified account gets an empty list. */
    Reply list(Visit visit) {
        Caller caller = access.caller(visit);
        boolean scoped = caller.token().scopes.stream().anyMatch(scope -> scope.startsWith(Access.ISSUER) || scope.equals(Access.SERVER_ADMIN));
        if (!world.settings.laxScopes() && !scoped) {
            throw Refusal.notFound();
        }
        Timeline<BadgeClass> mine = new Timeline<>();
        world.issuersOf(caller.account()).stream().filter(issuer -> access.may(caller, issuer, Role.STAFF))
                .flatMap(issuer -> issuer.classes.oldestFirst().stream()).forEach(badgeClass -> mine.put(badgeClass.createdAt(), badgeClass));
        return Pages.of(visit, mine, badgeClass -> true, new Shapes(world, visit)::badgeClass);
    }

    Reply listOfIssuer(Visit visit) {
        Issuer issuer = access.issuer(access.caller(visit), visit.id(), Role.STAFF);
        return Pages.of(visit, issuer.classes, badgeClass -> true, new Shapes(world, visit)::badgeClass);
    }

    Reply create(Visit visit) {
        Caller caller = access.caller(visit);
        ClassForm form = new ClassForm(world, visit.data());
        form.check();
        form.checkPicture();
        Issuer issuer = form.namedIssuer();
        if (!access.may(caller, issuer, Role.EDITOR)) {
            throw Refusal.notFound();
        }
        return Reply.ok(201, new Shapes(world, visit).badgeClass(made(caller, issuer, form)));
    }

    Reply createOfIssuer(Visit visit) {
        Caller caller = access.caller(visit);
        Issuer issuer = access.issuer(caller, visit.id(), Role.EDITOR);
        ClassForm form = new ClassForm(world, visit.data());
        form.check();
        form.checkPicture();
        BadgeClass badgeClass = made(caller, issuer, form);
        if (form.withoutPicture()) {
            // The class is made all the same: the server fails only when it looks for the picture to answer with.
            throw Refusal.serverError();
        }
        return Reply.ok(201, new Shapes(world, visit).badgeClass(badgeClass));
    }

    private BadgeClass made(Caller caller, Issuer issuer, ClassForm form) {
        BadgeClass badgeClass = new BadgeClass(Identifiers.entity(), caller.account().id(), issuer, world.stamp());
        form.apply(badgeClass);
        world.add(badgeClass);
        return badgeClass;
    }

    Reply get(Visit visit) {
        BadgeClass badgeClass = access.badgeClass(access.caller(visit), visit.id(), Role.STAFF);
        return Reply.ok(200, new Shapes(world, visit).badgeClass(badgeClass));
    }

    Reply update(Visit visit) {
        BadgeClass badgeClass = access.badgeClass(access.caller(visit), visit.id(), Role.EDITOR);
        ClassForm form = new ClassForm(world, visit.data());
        form.check();
        if (form.withoutPicture()) {
            throw Refusal.serverError();
        }
        form.apply(badgeClass);
        world.touch(badgeClass);
        return Reply.ok(200, new Shapes(world, visit).badgeClass(badgeClass));
    }

    Reply delete(Visit visit) {
        BadgeClass badgeClass = access.badgeClass(access.caller(visit), visit.id(), Role.EDITOR);
        List<Assertion> awards = List.copyOf(badgeClass.assertions.oldestFirst());
        if (awards.stream().anyMatch(assertion -> assertion.live(world.now()))) {
            throw Refusal.isProtected("BadgeClass may only be deleted if all BadgeInstances have been revoked.");
        }
        world.remove(badgeClass);
        return Reply.nothing(204);
    }
}
