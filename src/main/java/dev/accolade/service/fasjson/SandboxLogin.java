package dev.accolade.service.fasjson;

import dev.accolade.service.http.Ticket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The bare name of the principal, in a form that is no Kerberos token, so that no real server takes it for one. Source: docs/sandbox.md. */
final class SandboxLogin implements FasjsonLogin {

    private final String token;

    SandboxLogin(String principal) {
        this.token = Base64.getEncoder().encodeToString(("sandbox:" + principal).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Ticket enter(Optional<Ticket> last) {
        return new Ticket(token, Optional.empty(), Optional.empty());
    }

    @Override
    public String token() {
        return token;
    }
}
