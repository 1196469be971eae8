package dev.accolade.service.badgr;

import dev.accolade.service.http.ServiceProducer;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Exchange in, client call, exchange out. */
final class BadgrProducer extends ServiceProducer {

    private final BadgrEndpoint endpoint;
    private final BadgrClient client;
    private final BadgrOperation operation;

    BadgrProducer(BadgrEndpoint endpoint, BadgrClient client) {
        super(endpoint, "badgr:" + endpoint.getOperation(), Optional.ofNullable(endpoint.getChunkTo()), BadgrConstants.CHUNK);
        this.endpoint = endpoint;
        this.client = client;
        this.operation = BadgrOperation.of(endpoint.getOperation());
    }

    @Override
    protected Object result(Exchange exchange, Message in) {
        return switch (operation) {
            case CHECK -> client.check();
            case ACCOUNT -> client.account();
            case ISSUERS -> client.issuers();
            case ISSUER_BY_NAME -> client.issuerByName(needed(in, BadgrConstants.ISSUER, endpoint.getIssuer()));
            case BADGE_CLASSES -> client.badgeClasses(given(in, BadgrConstants.ISSUER, endpoint.getIssuer()));
            case BADGE_CLASS_BY_NAME -> client.badgeClassByName(needed(in, BadgrConstants.ISSUER, endpoint.getIssuer()), badgeClass(in));
            case ASSERTIONS_OF_BADGE_CLASS -> this.<Assertion>inPieces(exchange,
                    page -> client.assertionsOfBadgeClass(badgeClass(in), filter(in), page));
            case ASSERTIONS_BY_RECIPIENT -> client.assertionsByRecipient(badgeClass(in),
                    needed(in, BadgrConstants.RECIPIENT, endpoint.getRecipient()));
            case ASSERTION -> client.assertion(needed(in, BadgrConstants.ASSERTION, null));
            case ISSUE_ASSERTION -> client.issue(body(in, IssueRequest.class));
            case ISSUE_ASSERTIONS -> client.issueAll(bodies(in, IssueRequest.class));
            case REVOKE_ASSERTIONS -> client.revoke(bodies(in, Revocation.class));
        };
    }

    private AssertionFilter filter(Message in) {
        return new AssertionFilter(endpoint.isIncludeRevoked(), endpoint.isIncludeExpired(),
                given(in, BadgrConstants.RECIPIENT, endpoint.getRecipient()));
    }

    private String badgeClass(Message in) {
        return needed(in, BadgrConstants.BADGE_CLASS, endpoint.getBadgeClass());
    }
}
