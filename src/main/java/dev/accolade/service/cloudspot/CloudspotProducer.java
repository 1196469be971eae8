package dev.accolade.service.cloudspot;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;

/** Exchange in, client call, exchange out; what is secret leaves the exchange whether the call succeeds or not. */
final class CloudspotProducer extends DefaultProducer {

    private final CloudspotEndpoint endpoint;
    private final CloudspotClient client;
    private final CloudspotOperation operation;

    CloudspotProducer(CloudspotEndpoint endpoint, CloudspotClient client) {
        super(endpoint);
        this.endpoint = endpoint;
        this.client = client;
        this.operation = CloudspotOperation.of(endpoint.getOperation());
    }

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        String token = secret(message, CloudspotConstants.TOKEN);
        String impersonation = secret(message, CloudspotConstants.IMPERSONATION_TOKEN);
        Object body = message.getBody();
        if (body instanceof Credentials) {
            message.setBody(null);
        }
        message.setBody(result(message, body, token, impersonation));
    }

    private Object result(Message in, Object body, String token, String impersonation) {
        return switch (operation) {
            case AUTHENTICATE -> client.authenticate(credentials(body));
            case PERMISSIONS -> client.permissions(token);
            case COMPANY_PERMISSIONS -> client.companyPermissions(token, needed(in.getHeader(CloudspotConstants.COMPANY_ID, String.class),
                    CloudspotConstants.COMPANY_ID));
            case USER -> client.user(token);
            case VALIDATE_IMPERSONATION -> client.validateImpersonation(needed(impersonation, CloudspotConstants.IMPERSONATION_TOKEN));
        };
    }

    private static String secret(Message message, String header) {
        String value = message.getHeader(header, String.class);
        message.removeHeader(header);
        return value;
    }

    private Credentials credentials(Object body) {
        if (!(body instanceof Credentials)) {
            throw new IllegalArgumentException("cloudspot:" + endpoint.getOperation() + " needs a body of Credentials");
        }
        return (Credentials) body;
    }

    private String needed(String value, String header) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("cloudspot:" + endpoint.getOperation() + " needs the header " + header);
        }
        return value;
    }
}
