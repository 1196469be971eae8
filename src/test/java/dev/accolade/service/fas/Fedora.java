package dev.accolade.service.fas;

import dev.accolade.sandbox.SandboxCredentials;
import dev.accolade.sandbox.community.Community;
import dev.accolade.service.Routes;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;

/** The component, connected as {@code fedora} to the sandbox's community as an administrator, and what goes between them. */
final class Fedora implements AutoCloseable {

    final Witness witness = new Witness();
    final Routes routes = new Routes(witness);

    Fedora() {
        routes.sandbox.load("fas", Community.sample().seed("fas"));
        FasConfiguration options = new FasConfiguration();
        options.setUsername(SandboxCredentials.FAS_USERNAME);
        options.setPassword(SandboxCredentials.FAS_PASSWORD);
        options.setBugzillaEmails("100031=kenji@bugs.example.org, 100041 = priya@bugs.example.org");
        routes.connect("fedora", options);
    }

    /** @param headers name, value, name, value ... */
    Exchange send(String operation, Object body, Object... headers) {
        Map<String, Object> all = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.put((String) headers[i], headers[i + 1]);
        }
        String mark = operation.contains("?") ? "&" : "?";
        return routes.send("fas:" + operation + mark + "connection=fedora", body, all);
    }

    @SuppressWarnings("unchecked")
    <T> T ask(String operation, Object... headers) throws Exception {
        return (T) told(send(operation, null, headers));
    }

    static Object told(Exchange exchange) throws Exception {
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        return exchange.getMessage().getBody();
    }

    @Override
    public void close() {
        routes.close();
    }
}
