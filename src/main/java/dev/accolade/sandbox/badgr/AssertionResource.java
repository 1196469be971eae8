package dev.accolade.sandbox.badgr;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Lists of assertions, and one of them: read, change, revoke. */
final class AssertionResource {

    private final World world;
    private final Access access;

    AssertionResource(World world, Access access) {
        this.world = world;
        this.access = access;
    }

    Reply ofClass(Visit visit) {
        BadgeClass badgeClass = access.badgeClass(access.caller(visit), visit.id(), Role.STAFF);
        List<String> recipients = recipients(visit);
        if (recipients.isEmpty() || !world.settings.exactRecipients()) {
            return list(visit, badgeClass.assertions);
        }
        Timeline<Assertion> held = new Timeline<>();
        recipients.forEach(recipient -> badgeClass.to(recipient).forEach(assertion -> held.put(assertion.createdAt(), assertion)));
        return list(visit, held);
    }

    Reply ofIssuer(Visit visit) {
        Issuer issuer = access.issuer(access.caller(visit), visit.id(), Role.STAFF);
        List<String> recipients = recipients(visit);
        if (recipients.isEmpty() || !world.settings.exactRecipients()) {
            return list(visit, issuer.assertions);
        }
        Timeline<Assertion> held = new Timeline<>();
        recipients.forEach(recipient -> world.assertions.to(recipient).stream().filter(assertion -> assertion.badgeClass.issuer == issuer)
                .forEach(assertion -> held.put(assertion.createdAt(), assertion)));
        return list(visit, held);
    }

    private Reply list(Visit visit, Timeline<Assertion> assertions) {
        Predicate<Assertion> shown = shown(visit, world.now());
        if (!world.settings.exactRecipients() && !recipients(visit).isEmpty()) {
            Set<String> wanted = new LinkedHashSet<>();
            recipients(visit).forEach(recipient -> wanted.add(recipient.toLowerCase(Locale.ROOT)));
            shown = shown.and(assertion -> wanted.contains(assertion.recipient.identity().toLowerCase(Locale.ROOT)));
        }
        return Pages.of(visit, assertions, shown, new Shapes(world, visit)::assertion);
    }

    /** Expired and revoked ones are hidden unless asked for. */
    static Predicate<Assertion> shown(Visit visit, Instant now) {
        boolean expired = visit.flag("include_expired");
        boolean revoked = visit.flag("include_revoked");
        return assertion -> (expired || !assertion.expired(now)) && (revoked || !assertion.revoked());
    }

    private static List<String> recipients(Visit visit) {
        return visit.call().parameters().getOrDefault("recipient", List.of());
    }

    Reply get(Visit visit) {
        Assertion assertion = access.assertion(access.caller(visit), visit.id(), Role.STAFF);
        return Reply.ok(200, new Shapes(world, visit).assertion(assertion));
    }

    /** The badge class stays; the identifier is stored as sent; nothing is said about duplicates. */
    Reply update(Visit visit) {
        Assertion assertion = access.assertion(access.caller(visit), visit.id(), Role.EDITOR);
        AssertionForm form = new AssertionForm(visit.data(), world.now());
        form.fields.extensions();
        form.fields.check();
        form.apply(assertion);
        form.recipient().ifPresent(recipient -> world.assertions.changeRecipient(assertion, recipient.asSent()));
        assertion.bakes++;
        world.touch(assertion);
        return Reply.ok(200, new Shapes(world, visit).assertion(assertion));
    }

    /** Needs a body, whose key is in snake case unlike all others. */
    Reply revoke(Visit visit) {
        Assertion assertion = access.assertion(access.caller(visit), visit.id(), Role.EDITOR);
        String reason = Json.text(visit.data(), "revocation_reason").orElse("").strip();
        if (reason.isEmpty()) {
            throw Refusal.field("revocation_reason", "This field is required");
        }
        if (assertion.revoked()) {
            throw Refusal.invalid(RevokeResource.ALREADY);
        }
        RevokeResource.revoke(world, assertion, reason);
        return Reply.ok(200, new Shapes(world, visit).assertion(assertion));
    }
}
