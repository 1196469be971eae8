package dev.accolade.sandbox.fas;

import dev.accolade.sandbox.Call;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out who asks: the login form, which any page takes, then HTTP Basic, then the session with its CSRF token. */
final class Login {

    private final State state;

    Login(State state) {
        this.state = state;
    }

    /** Empty for an anonymous request; a wrong password does not hinder a valid session. */
    Optional<FasPerson> person(Call call, Map<String, List<String>> parameters, String visit) {
        return byForm(parameters).or(() -> byBasic(call)).map(person -> entered(person, visit)).or(() -> bySession(parameters, visit));
    }

    /** Whether a name and a password came along. */
    static boolean tried(Map<String, List<String>> parameters) {
        return parameters.containsKey("user_name") && parameters.containsKey("password");
    }

    private FasPerson entered(FasPerson person, String visit) {
        state.visits.link(visit, person.username);
        person.lastSeen = state.accounts.now();
        return person;
    }

    private Optional<FasPerson> byForm(Map<String, List<String>> parameters) {
        return tried(parameters) ? checked(parameters.get("user_name").get(0), parameters.get("password").get(0)) : Optional.empty();
    }

    private Optional<FasPerson> byBasic(Call call) {
        String header = call.header("authorization").orElse("");
        if (!header.startsWith("Basic ")) {
            return Optional.empty();
        }
        try {
            String[] pair = new String(Base64.getDecoder().decode(header.substring(6).trim()), StandardCharsets.UTF_8).split(":", 2);
            return pair.length == 2 ? checked(pair[0], pair[1]) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private Optional<FasPerson> bySession(Map<String, List<String>> parameters, String visit) {
        boolean genuine = parameters.getOrDefault("_csrf_token", List.of()).contains(Visits.token(visit));
        return genuine ? state.visits.username(visit).flatMap(state.accounts::person).filter(FasPerson::mayLogIn) : Optional.empty();
    }

    private Optional<FasPerson> checked(String name, String password) {
        return named(name).filter(person -> person.mayLogIn() && person.password != null && person.password.equals(password));
    }

    /** {@code name@<the accounts' own host>} is the name; any other address is looked up. */
    private Optional<FasPerson> named(String name) {
        String host = "@" + state.settings().emailHost();
        if (name.endsWith(host)) {
            return state.accounts.person(name.substring(0, name.length() - host.length()));
        }
        return name.contains("@") ? state.accounts.personByEmail(name) : state.accounts.person(name);
    }
}
