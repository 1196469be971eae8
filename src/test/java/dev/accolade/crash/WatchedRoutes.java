package dev.accolade.crash;

import dev.accolade.flow.Headers;
import dev.accolade.ledger.Claim;
import dev.accolade.model.ChangeKind;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;

/** Springs the trap around the one call that decides a change. */
final class WatchedRoutes extends EventNotifierSupport {

    private static final Pattern WRITES = Pattern.compile("^(badgr://(issueAssertion|revokeAssertions|updateAssertion)|learning-locker://(createClient|updateClient|disableClient))\\b");
    private static final Pattern LOOKS = Pattern.compile("^(badgr://(assertionsByRecipient|assertion)|learning-locker://clientByKey)\\b");

    private static final Set<ChangeKind> WRITES_NOTHING = Set.of(ChangeKind.ADOPT, ChangeKind.EXPIRE);

    private final Trap trap;

    WatchedRoutes(Trap trap) {
        this.trap = trap;
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof CamelEvent.ExchangeSendingEvent sending && decides(sending.getExchange(), sending.getEndpoint().getEndpointUri())) {
            trap.reached(Step.AFTER_INTENT);
        } else if (event instanceof CamelEvent.ExchangeSentEvent sent && sent.getExchange().getException() == null
                && decides(sent.getExchange(), sent.getEndpoint().getEndpointUri())) {
            trap.reached(Step.BEFORE_OUTCOME);
        } else if (event instanceof CamelEvent.ExchangeFailureHandlingEvent failing && claim(failing.getExchange()).isPresent()) {
            trap.reached(Step.ANSWER_LOST);
        }
    }

    private static boolean decides(Exchange exchange, String address) {
        return claim(exchange).filter(claim -> (WRITES_NOTHING.contains(claim.kind()) ? LOOKS : WRITES).matcher(address).find()).isPresent();
    }

    private static Optional<Claim> claim(Exchange exchange) {
        return Optional.ofNullable(exchange.getMessage().getHeader(Headers.CLAIM, Claim.class));
    }
}
