package dev.accolade.service.fas;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Message;

/** What an operation is given. Secrets are taken out of the message as soon as this is made, whatever becomes of the call. */
final class FasInput {

    private final String operation;
    private final Message in;
    private final boolean credentialsGiven;
    private final String password;
    private final String sessionId;

    /** @param operation as in a route: {@code fas:userInfo} */
    FasInput(String operation, Message in) {
        this.operation = operation;
        this.in = in;
        this.credentialsGiven = in.getHeaders().containsKey(FasConstants.PASSWORD) || in.getHeaders().containsKey(FasConstants.SESSION_ID)
                || in.getBody() instanceof FasCredentials;
        this.password = in.getHeader(FasConstants.PASSWORD, String.class);
        this.sessionId = in.getHeader(FasConstants.SESSION_ID, String.class);
        in.removeHeader(FasConstants.PASSWORD);
        in.removeHeader(FasConstants.SESSION_ID);
    }

    Optional<String> given(String header) {
        return Optional.ofNullable(in.getHeader(header, String.class)).filter(text -> !text.isBlank());
    }

    String needed(String header) {
        return given(header).orElseThrow(() -> new IllegalArgumentException(operation + " needs the header " + header));
    }

    long number(String header) {
        try {
            return Long.parseLong(needed(header).strip());
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(operation + " needs a whole number in the header " + header, noNumber);
        }
    }

    /** A list, or a text with commas; empty when there is none. */
    List<String> words(String header) {
        if (in.getHeader(header) instanceof Collection<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return given(header).stream().flatMap(text -> Arrays.stream(text.split(","))).map(String::strip).filter(word -> !word.isEmpty()).toList();
    }

    Map<String, String> pairs(String header) {
        Object value = in.getHeader(header);
        if (value != null && !(value instanceof Map)) {
            throw new IllegalArgumentException(operation + " needs a map in the header " + header);
        }
        Map<String, String> pairs = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, text) -> pairs.put(String.valueOf(name), String.valueOf(text)));
        }
        return pairs;
    }

    <T> T body(Class<T> type) {
        if (!type.isInstance(in.getBody())) {
            throw new IllegalArgumentException(operation + " needs a body of " + type.getSimpleName());
        }
        return type.cast(in.getBody());
    }

    /** Whether the exchange came with credentials, or with a place for them that stayed empty. */
    boolean hasCredentials() {
        return credentialsGiven;
    }

    /**
     * Those of the user who asks.
     *
     * @throws AuthException            when there are none
     * @throws IllegalArgumentException when they come twice
     */
    FasCredentials credentials() {
        boolean inHeaders = sessionId != null || password != null;
        if (in.getBody() instanceof FasCredentials credentials) {
            if (inHeaders) {
                throw new IllegalArgumentException(operation + " got credentials in the headers and in the body; it needs them once");
            }
            return credentials;
        }
        Optional<String> session = Optional.ofNullable(sessionId).filter(text -> !text.isBlank());
        return session.isPresent() && password == null ? FasCredentials.ofSession(session.get())
                : new FasCredentials(given(FasConstants.USERNAME).orElse(null), password, session.orElse(null), false);
    }

    FasCredentials sessionOnly() {
        FasCredentials credentials = credentials();
        if (credentials.session().isEmpty()) {
            throw new IllegalArgumentException(operation + " needs the id of a session, not name and password");
        }
        return credentials;
    }

    FasCredentials passwordOnly() {
        FasCredentials credentials = credentials();
        if (credentials.session().isPresent()) {
            throw new IllegalArgumentException(operation + " needs user name and password, not a session");
        }
        return credentials;
    }
}
