package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import dev.accolade.sandbox.PathParts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an administrator of a Badgr does by hand to people's rights, from the outside of its interface: puts accounts on an issuer's staff and takes them
 * from it, unverifies addresses, narrows applications and deletes badge classes.
 */
record RightControls(World world) {

    /** Empty for an unknown control. */
    Optional<Answer> answer(Call call) {
        List<String> path = PathParts.of(call.path());
        String kind = path.isEmpty() ? "" : path.get(0);
        JsonNode body = call.json().orElse(Json.object());
        boolean put = call.method().equals("PUT");
        boolean delete = call.method().equals("DELETE");
        if (kind.equals("issuers") && path.size() == 4 && path.get(2).equals("staff") && (put || delete)) {
            return Optional.of(done(staff(path.get(1), path.get(3), put ? Role.of(body.path("role").asText("staff")) : Optional.empty(), put)));
        }
        if (kind.equals("badge-classes") && path.size() == 2 && delete) {
            return Optional.of(done(deleted(path.get(1))));
        }
        if (kind.equals("users") && path.size() == 2 && put && body.path("verified").isBoolean()) {
            return Optional.of(done(verified(path.get(1), body.path("verified").asBoolean())));
        }
        if (kind.equals("applications") && path.size() == 2 && put && body.path("scopes").isArray()) {
            return Optional.of(done(scopes(path.get(1), body.path("scopes"))));
        }
        return Optional.empty();
    }

    private static Answer done(boolean found) {
        return found ? Answer.empty(204) : Answer.text(404, "text/plain", "There is no such issuer, badge class, user, application or role. Nothing was changed.\n");
    }

    private boolean staff(String issuer, String email, Optional<Role> role, boolean put) {
        Optional<Issuer> found = world.issuers.values().stream().filter(one -> one.name.equals(issuer) || one.id.equals(issuer)).findFirst();
        Optional<Account> account = world.accounts.byEmail(email);
        if (found.isEmpty() || account.isEmpty() || put && role.isEmpty()) {
            return false;
        }
        role.ifPresentOrElse(as -> found.get().staff.put(account.get().id(), as), () -> found.get().staff.remove(account.get().id()));
        world.touch(found.get());
        return true;
    }

    /** With its assertions, as the server's own administration does. */
    private boolean deleted(String badgeClass) {
        Optional<BadgeClass> found = world.classes.values().stream().filter(one -> one.name.equals(badgeClass) || one.id.equals(badgeClass)).findFirst();
        found.ifPresent(world::remove);
        return found.isPresent();
    }

    /** Tokens that were given go on for the account as it was: whoever logs in anew is the account as it is. */
    private boolean verified(String email, boolean verified) {
        Optional<Account> found = world.accounts.byEmail(email);
        found.ifPresent(old -> world.accounts.add(new Account(old.id(), old.email(), verified, old.firstName(), old.lastName(), old.password())));
        return found.isPresent();
    }

    private boolean scopes(String clientId, JsonNode texts) {
        Application old = world.applications.get(clientId);
        if (old == null) {
            return false;
        }
        Set<String> scopes = new LinkedHashSet<>();
        texts.forEach(scope -> scopes.add(scope.asText()));
        world.applications.put(clientId, new Application(clientId, old.name(), old.confidential(), old.secret(), old.grant(), scopes, old.refreshTokens(), old.account()));
        return true;
    }
}
