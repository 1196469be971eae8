package dev.accolade.service.cloudspot;

import dev.accolade.service.http.ServiceProducer;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Exchange in, client call, exchange out; what is secret leaves the exchange before the call, so it is gone whether that succeeds or not. */
final class CloudspotProducer extends ServiceProducer {

    private final CloudspotClient client;
    private final CloudspotOperation operation;

    CloudspotProducer(CloudspotEndpoint endpoint, CloudspotClient client) {
        super(endpoint, "cloudspot:" + endpoint.getOperation(), Optional.empty(), "");
        this.client = client;
        this.operation = CloudspotOperation.of(endpoint.getOperation());
    }

    @Override
    protected Object result(Exchange exchange, Message in) {
        Optional<String> token = taken(in, CloudspotConstants.TOKEN);
        Optional<String> impersonation = taken(in, CloudspotConstants.IMPERSONATION_TOKEN);
        return switch (operation) {
            case CHECK -> client.check();
            case AUTHENTICATE -> client.authenticate(credentials(in), token);
            case GET_USER -> client.getUser(token);
            case GET_PERMISSIONS -> client.getPermissions(token);
            case GET_COMPANY_PERMISSIONS -> client.getCompanyPermissions(token, needed(in, CloudspotConstants.COMPANY_ID, null));
            case VALIDATE_IMPERSONATION -> client.validateImpersonation(impersonation.orElse(null));
            case EVENTS -> throw new UnsupportedOperationException("cloudspot:events begins a route; nothing can be sent to it.");
        };
    }

    private static Optional<String> taken(Message in, String header) {
        Optional<String> value = given(in, header, null);
        in.removeHeader(header);
        return value;
    }

    private Credentials credentials(Message in) {
        Credentials credentials = body(in, Credentials.class);
        in.setBody(null);
        return credentials;
    }
}
