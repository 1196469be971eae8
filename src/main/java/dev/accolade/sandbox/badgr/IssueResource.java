package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.accolade.sandbox.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Issuing: one through a badge class, one through an issuer, or many at once. */
final class IssueResource {

    private final World world;
    private final Access access;

    IssueResource(World world, Access access) {
        this.world = world;
        this.access = access;
    }

    Reply one(Visit visit) {
        Caller caller = access.caller(visit);
        BadgeClass badgeClass = access.badgeClass(caller, visit.id(), Role.STAFF);
        return one(visit, caller, new IssueForm(world, visit.data(), Optional.of(badgeClass), badgeClass.issuer, visit.call().base()));
    }

    Reply oneOfIssuer(Visit visit) {
        Caller caller = access.caller(visit);
        Issuer issuer = access.issuer(caller, visit.id(), Role.STAFF);
        return one(visit, caller, new IssueForm(world, visit.data(), Optional.empty(), issuer, visit.call().base()));
    }

    private Reply one(Visit visit, Caller caller, IssueForm form) {
        if (!form.errors().isEmpty()) {
            throw Refusal.form(form.errors());
        }
        return Reply.ok(201, new Shapes(world, visit).assertion(form.issue(caller))).issued(1);
    }

    /** Checks all items before the first is issued, then issues one by one: a failure in the middle leaves the earlier ones in place. */
    Reply many(Visit visit) {
        Caller caller = access.caller(visit);
        BadgeClass badgeClass = access.badgeClass(caller, visit.id(), Role.STAFF);
        JsonNode data = visit.data();
        if (!data.isObject()) {
            return Reply.ready(Answer.empty(400));
        }
        if (!data.hasNonNull("assertions")) {
            throw Refusal.serverError();
        }
        List<IssueForm> forms = checked(data.get("assertions"), badgeClass, visit.call().base());
        Shapes shapes = new Shapes(world, visit);
        ArrayNode result = Json.array();
        int limit = world.settings.failAfterItems();
        for (IssueForm form : forms) {
            if (result.size() == limit) {
                throw Refusal.serverError();
            }
            result.add(shapes.assertion(form.issue(caller)));
        }
        return Reply.ok(201, result).issued(result.size());
    }

    List<IssueForm> checked(JsonNode items, BadgeClass badgeClass, String base) {
        if (!items.isArray()) {
            throw Refusal.invalid(Nested.notAList(items));
        }
        List<IssueForm> forms = new ArrayList<>(items.size());
        ArrayNode errors = Json.array();
        boolean wrong = false;
        for (JsonNode item : items) {
            IssueForm form = new IssueForm(world, item, Optional.of(badgeClass), badgeClass.issuer, base);
            forms.add(form);
            errors.add(form.errors());
            wrong |= !form.errors().isEmpty();
        }
        if (wrong) {
            throw Refusal.fields(errors);
        }
        return forms;
    }
}
