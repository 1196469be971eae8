package dev.accolade.service.badgr;

import dev.accolade.service.http.Chunks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.DefaultProducer;
import org.apache.camel.support.service.ServiceHelper;

/** Exchange in, client call, exchange out. */
final class BadgrProducer extends DefaultProducer {

    private final BadgrEndpoint endpoint;
    private final BadgrClient client;
    private final BadgrOperation operation;
    private ProducerTemplate template;

    BadgrProducer(BadgrEndpoint endpoint, BadgrClient client) {
        super(endpoint);
        this.endpoint = endpoint;
        this.client = client;
        this.operation = BadgrOperation.of(endpoint.getOperation());
    }

    @Override
    public void process(Exchange exchange) {
        exchange.getMessage().setBody(result(exchange, exchange.getMessage()));
    }

    private Object result(Exchange exchange, Message in) {
        return switch (operation) {
            case CHECK -> client.check();
            case ISSUERS -> client.issuers();
            case ISSUER_BY_NAME -> client.issuerByName(needed(in, BadgrConstants.ISSUER, endpoint.getIssuer()));
            case BADGE_CLASSES -> client.badgeClasses(given(in, BadgrConstants.ISSUER, endpoint.getIssuer()));
            case BADGE_CLASS_BY_NAME -> client.badgeClassByName(needed(in, BadgrConstants.ISSUER, endpoint.getIssuer()), badgeClass(in));
            case ASSERTIONS_OF_BADGE_CLASS -> assertions(exchange, in);
            case ASSERTIONS_BY_RECIPIENT -> client.assertionsByRecipient(badgeClass(in),
                    needed(in, BadgrConstants.RECIPIENT, endpoint.getRecipient()));
            case ASSERTION -> client.assertion(needed(in, BadgrConstants.ASSERTION, null));
            case ISSUE_ASSERTION -> client.issue(body(in, IssueRequest.class));
            case ISSUE_ASSERTIONS -> client.issueAll(bodies(in, IssueRequest.class));
            case REVOKE_ASSERTIONS -> client.revoke(bodies(in, Revocation.class));
        };
    }

    private Object assertions(Exchange exchange, Message in) {
        AssertionFilter filter = new AssertionFilter(endpoint.isIncludeRevoked(), endpoint.isIncludeExpired(),
                given(in, BadgrConstants.RECIPIENT, endpoint.getRecipient()));
        if (endpoint.getChunkTo() == null) {
            List<Assertion> all = new ArrayList<>();
            client.assertionsOfBadgeClass(badgeClass(in), filter, all::addAll);
            return all;
        }
        Chunks.Handover<Assertion> handover = new Chunks(template, endpoint.getChunkTo(), BadgrConstants.CHUNK).of(exchange);
        client.assertionsOfBadgeClass(badgeClass(in), filter, handover);
        return handover.items();
    }

    private String badgeClass(Message in) {
        return needed(in, BadgrConstants.BADGE_CLASS, endpoint.getBadgeClass());
    }

    private static Optional<String> given(Message in, String header, String option) {
        return Optional.ofNullable(in.getHeader(header, option, String.class)).filter(text -> !text.isBlank());
    }

    private String needed(Message in, String header, String option) {
        return given(in, header, option)
                .orElseThrow(() -> new IllegalArgumentException("badgr:" + endpoint.getOperation() + " needs the header " + header));
    }

    private <T> T body(Message in, Class<T> type) {
        if (!type.isInstance(in.getBody())) {
            throw new IllegalArgumentException("badgr:" + endpoint.getOperation() + " needs a body of " + type.getSimpleName());
        }
        return type.cast(in.getBody());
    }

    private <T> List<T> bodies(Message in, Class<T> type) {
        List<T> all = new ArrayList<>();
        for (Object one : body(in, Iterable.class)) {
            if (!type.isInstance(one)) {
                throw new IllegalArgumentException("badgr:" + endpoint.getOperation() + " needs a list of " + type.getSimpleName());
            }
            all.add(type.cast(one));
        }
        return all;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        if (endpoint.getChunkTo() != null) {
            template = getEndpoint().getCamelContext().createProducerTemplate();
        }
    }

    @Override
    protected void doStop() throws Exception {
        ServiceHelper.stopService(template);
        super.doStop();
    }
}
