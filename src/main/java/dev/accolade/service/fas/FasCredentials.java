package dev.accolade.service.fas;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one user shows to FAS2: name and password, or the id of a session. Never both: FAS2 answers a wrong password beside a living session as the
 * session's user. May be the body of the operations that ask as somebody else than the connection's account.
 *
 * @param username  null with a session
 * @param password  null with a session; an empty one is not sent, so that the request is anonymous
 * @param sessionId null with name and password
 * @param basic     whether name and password go as HTTP Basic instead of as form fields; not every server takes that
 */
public record FasCredentials(String username, String password, String sessionId, boolean basic) {

    /**
     * @throws AuthException            when there is nothing to log in with, or half of it
     * @throws IllegalArgumentException when there is too much, or the id is none
     */
    public FasCredentials {
        if (sessionId == null && (username == null || username.isBlank() || password == null)) {
            throw new AuthException("FAS2 was not asked: neither the id of a session nor both user name and password are given.");
        }
        if (sessionId != null && password != null) {
            throw new IllegalArgumentException("Both a session and a password are given; FAS2 could take one user for the other, so "
                    + "give one of them.");
        }
        if (sessionId != null && !sessionId.matches("[A-Za-z0-9]{1,64}")) {
            throw new IllegalArgumentException("The id of a session is letters and digits, 40 of them in FAS2; this one is none.");
        }
    }

    public static FasCredentials ofPassword(String username, String password) {
        return new FasCredentials(username, password, null, false);
    }

    public static FasCredentials ofSession(String sessionId) {
        return new FasCredentials(null, null, sessionId, false);
    }

    public FasCredentials asBasic() {
        return new FasCredentials(username, password, sessionId, true);
    }

    Optional<String> session() {
        return Optional.ofNullable(sessionId);
    }

    /** Form fields that show who asks. */
    List<Map.Entry<String, String>> form() {
        if (sessionId != null) {
            return List.of(Map.entry("_csrf_token", FasSession.token(sessionId)));
        }
        return basic || password.isEmpty() ? List.of() : FasSession.form(username, password);
    }

    /** Headers that show who asks. */
    Map<String, String> headers() {
        if (sessionId != null) {
            return Map.of("Cookie", "tg-visit=" + sessionId);
        }
        String pair = username + ":" + password;
        return basic ? Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))) : Map.of();
    }

    /** Whether an account is theirs; of a session nobody knows before. */
    boolean mayBe(String foundName, Optional<String> foundEmail) {
        return sessionId != null || FasSession.isSame(username, foundName, foundEmail);
    }

    /** Neither name nor secret. */
    @Override
    public String toString() {
        return "FasCredentials[" + (sessionId == null ? "name and password" : "session") + " not shown]";
    }
}
