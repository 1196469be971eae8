package dev.accolade.cli;

import dev.accolade.app.Accolade;
import dev.accolade.service.cloudspot.CloudspotLogin;
import dev.accolade.service.cloudspot.Credentials;
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
        CloudspotLogin login = login(new Credentials(username, password));
        return accolade.accounts().enrol(source, username, login.token());
    }

    private CloudspotLogin login(Credentials credentials) {
        try (var template = accolade.context().createProducerTemplate()) {
            return template.requestBody("cloudspot:authenticate?connection=" + source, credentials, CloudspotLogin.class);
        } catch (CamelExecutionException wrapped) {
            throw wrapped.getCause() instanceof RuntimeException cause ? cause : wrapped;
        } catch (java.io.IOException closing) {
            throw new java.io.UncheckedIOException(closing);
        }
    }
}
