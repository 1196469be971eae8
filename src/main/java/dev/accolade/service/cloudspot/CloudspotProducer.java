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
        String token = taken(in, CloudspotConstants.TOKEN);
        String impersonation = taken(in, CloudspotConstants.IMPERSONATION_TOKEN);
        return switch (operation) {
            case CHECK -> client.check();
            case AUTHENTICATE -> client.authenticate(credentials(in));
            case PERMISSIONS -> client.permissions(token);
            case COMPANY_PERMISSIONS -> client.companyPermissions(token, needed(in, CloudspotConstants.COMPANY_ID, null));
            case USER -> client.user(token);
            case VALIDATE_IMPERSONATION -> client.validateImpersonation(impersonation);
        };
    }

    private static String taken(Message in, String header) {
        String value = in.getHeader(header, String.class);
        in.removeHeader(header);
        return value;
    }

    private Credentials credentials(Message in) {
        Credentials credentials = body(in, Credentials.class);
        in.setBody(null);
        return credentials;
    }
}
