package dev.accolade.cli;

import dev.accolade.app.Accolade;
import dev.accolade.service.cloudspot.CloudspotConstants;
import dev.accolade.service.cloudspot.CloudspotLogin;
import dev.accolade.service.cloudspot.CloudspotUser;
import dev.accolade.service.cloudspot.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.camel.CamelExecutionException;

/** Enters accounts into the ledger by logging in with their password, which is used once and kept nowhere. */
public final class Enrolment {

    private final Accolade accolade;
    private final String source;

    /** @param source of type cloudspot */
    public Enrolment(Accolade accolade, String source) {
        this.accolade = accolade;
        this.source = source;
    }

    /**
     * @return the enrolment's id
     * @throws dev.accolade.service.cloudspot.BadCredentials when the service does not take the password
     * @throws dev.accolade.service.http.ServiceException    when it cannot be asked
     */
    public String enrol(String username, String password) {
        CloudspotLogin login = ask("authenticate", new Credentials(username, password), Map.of(), CloudspotLogin.class);
        return accolade.accounts().enrol(source, username, login.token());
    }

    /** An account that is enrolled now. */
    public record Enrolled(String id, String username) {}

    /**
     * Keeps a token whose own profile says whose it is.
     *
     * @throws dev.accolade.service.cloudspot.NoValidToken when the service does not take it
     * @throws dev.accolade.service.http.ServiceException  when it cannot be asked
     */
    public Enrolled enrolByToken(String token) {
        CloudspotUser user = ask("getUser", null, Map.of(CloudspotConstants.TOKEN, token), CloudspotUser.class);
        return new Enrolled(accolade.accounts().enrol(source, user.email(), token), user.email());
    }

    private <T> T ask(String operation, Object body, Map<String, Object> headers, Class<T> answer) {
        try (var template = accolade.context().createProducerTemplate()) {
            return template.requestBodyAndHeaders("cloudspot:" + operation + "?connection=" + source, body, headers, answer);
        } catch (CamelExecutionException wrapped) {
            throw wrapped.getCause() instanceof RuntimeException cause ? cause : wrapped;
        } catch (IOException closing) {
            throw new UncheckedIOException(closing);
        }
    }
}
