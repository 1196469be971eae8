package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.accolade.sandbox.badgr.Fields.Need;
import java.util.List;
import java.util.Optional;

/** {@code /v1/issuer/issuers/{id}/staff}: bare JSON without an envelope; failures count for the back-off. */
final class StaffResource {

    private final World world;
    private final Access access;

    StaffResource(World world, Access access) {
        this.world = world;
        this.access = access;
    }

    Reply list(Visit visit) {
        Issuer issuer = access.issuer(access.caller(visit), visit.id(), Role.OWNER);
        ArrayNode members = Json.array();
        issuer.staff.forEach((id, role) -> world.accounts.byId(id).ifPresent(account -> members.add(member(account, role))));
        return Reply.bare(200, members);
    }

    Reply change(Visit visit) {
        return world.backoff.guard(visit.call(), () -> changed(visit));
    }

    private Reply changed(Visit visit) {
        Caller caller = access.caller(visit);
        Issuer issuer = access.issuer(caller, visit.id(), Role.OWNER);
        Fields fields = new Fields(visit.data());
        String action = fields.choice("action", Need.REQUIRED, List.of("add", "modify", "remove")).orElse("");
        Role role = fields.choice("role", Need.OPTIONAL, List.of("owner", "editor", "staff")).flatMap(Role::of).orElse(Role.STAFF);
        if (!fields.errors.isEmpty()) {
            throw Refusal.bare(400, fields.errors);
        }
        Account account = account(fields)
                .orElseThrow(() -> Refusal.bare(404, TextNode.valueOf("No account with this verified identifier was found.")));
        if (account.id().equals(caller.account().id())) {
            throw Refusal.bare(400, TextNode.valueOf("The own membership cannot be changed."));
        }
        return act(issuer, account, action, role);
    }

    private Reply act(Issuer issuer, Account account, String action, Role role) {
        if (action.equals("remove")) {
            issuer.staff.remove(account.id());
            world.touch(issuer);
            return Reply.bare(200, TextNode.valueOf("The account was removed from the staff of the issuer."));
        }
        boolean present = issuer.staff.containsKey(account.id());
        if (present == action.equals("add")) {
            throw Refusal.bare(400, Json.texts(present ? "The account is on the staff already." : "The account is not on the staff."));
        }
        issuer.staff.put(account.id(), role);
        world.touch(issuer);
        return Reply.bare(200, member(account, role));
    }

    /** By e-mail or user name, which is the e-mail; no account here has another verified identifier. */
    private Optional<Account> account(Fields fields) {
        return Json.text(fields.data, "email").or(() -> Json.text(fields.data, "username"))
                .flatMap(world.accounts::byEmail).filter(Account::verified);
    }

    private static ObjectNode member(Account account, Role role) {
        ObjectNode member = Json.object();
        member.set("user", profile(account));
        return member.put("role", role.text());
    }

    /** An account in the names of v1. */
    static ObjectNode profile(Account account) {
        ObjectNode profile = Json.object().put("first_name", account.firstName()).put("last_name", account.lastName()).put("email", account.email());
        profile.putArray("url");
        profile.putArray("telephone");
        return profile.put("slug", account.id());
    }
}
