package dev.accolade.sandbox.badgr;

import dev.accolade.sandbox.badgr.Fields.Need;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The own profile, and signing up. */
final class UserResource {

    private static final int SHORTEST_PASSWORD = 8;
    private static final Set<String> COMMON_PASSWORDS = Set.of("password", "password1", "passw0rd", "qwertyuiop", "iloveyou", "sunshine", "princess",
            "football", "baseball", "superman", "trustno1", "starwars", "whatever", "letmein1", "welcome1", "qwerty123", "1q2w3e4r", "abcd1234");

    private final World world;
    private final Access access;

    UserResource(World world, Access access) {
        this.world = world;
        this.access = access;
    }

    /** A server on which no version of the terms was ever made fails here. */
    Reply self(Visit visit) {
        Caller caller = access.caller(visit, "r:profile", "rw:profile");
        if (!world.settings.terms()) {
            throw Refusal.serverError();
        }
        return Reply.ok(200, Shapes.profile(caller.account()));
    }

    /** Anybody may read the terms; a server without any has none to show. */
    Reply terms(Visit visit) {
        if (!world.settings.terms()) {
            throw Refusal.notFound();
        }
        return Reply.ok(200, Json.object().put("entityType", "TermsVersion").put("version", 1).put("shortDescription", "Terms of the sandbox"));
    }

    Reply signUp(Visit visit) {
        return world.backoff.guard(visit.call(), () -> signedUp(visit));
    }

    /** The new address is unverified; until somebody verifies it, it can be signed up again, as another account. */
    private Reply signedUp(Visit visit) {
        Fields fields = new Fields(visit.data());
        Optional<String> firstName = fields.untagged("first_name", Need.REQUIRED, 30);
        Optional<String> lastName = fields.untagged("last_name", Need.REQUIRED, 30);
        Optional<String> email = fields.email("email", Need.REQUIRED);
        Optional<String> password = fields.text("password", Need.REQUIRED, 1024);
        password.flatMap(UserResource::weakness).ifPresent(text -> fields.wrong("password", text));
        if (email.flatMap(world.accounts::byEmail).filter(Account::verified).isPresent()) {
            fields.wrong("email", "An account with this address exists.");
        }
        if (!fields.errors.isEmpty()) {
            throw Refusal.bare(400, fields.errors);
        }
        Account account = new Account(Identifiers.entity(), email.orElseThrow(), false, firstName.orElseThrow(), lastName.orElseThrow(),
                password.orElseThrow());
        world.accounts.add(account);
        return Reply.bare(201, StaffResource.profile(account));
    }

    private static Optional<String> weakness(String password) {
        if (password.length() < SHORTEST_PASSWORD) {
            return Optional.of("This password is too short. It must contain at least 8 characters.");
        }
        if (COMMON_PASSWORDS.contains(password.toLowerCase(Locale.ROOT))) {
            return Optional.of("This password is too common.");
        }
        return password.chars().allMatch(Character::isDigit) ? Optional.of("This password is entirely numeric.") : Optional.empty();
    }
}
