package dev.accolade.properties;

import dev.accolade.flow.ClientSteps;
import dev.accolade.ledger.Claim;
import dev.accolade.model.ChangeKind;
import dev.accolade.model.Desired;
import dev.accolade.service.learninglocker.Client;
import dev.accolade.service.learninglocker.ClientChange;
import dev.accolade.service.learninglocker.ClientRequest;
import java.util.List;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;

/** What a pusher does to a Learning Locker for one claim; the answer is written down by what it returns. */
record ClientHands(FakeLearningLocker lrs, ClientSteps steps, CamelContext camel) implements Function<Claim, Runnable> {

    @Override
    public Runnable apply(Claim claim) {
        if (claim.kind() == ChangeKind.REVOKE) {
            return applied(lrs.update(ClientChange.of(claim.remoteId().orElseThrow()).withTrusted(false)), claim);
        }
        if (claim.kind() == ChangeKind.UPDATE) {
            return applied(lrs.update(steps.update(claim)), claim);
        }
        List<Client> found = lrs.clientsByKey(((Desired.Client) claim.desired()).key());
        if (claim.kind() == ChangeKind.ADOPT) {
            return () -> steps.adopted(found, claim);
        }
        Exchange exchange = new DefaultExchange(camel);
        steps.decide(exchange, found, claim);
        Object decided = exchange.getMessage().getBody();
        return decided instanceof ClientRequest request ? applied(lrs.create(request), claim)
                : decided instanceof ClientChange change ? applied(lrs.update(change), claim) : () -> { };
    }

    private Runnable applied(Client client, Claim claim) {
        return () -> steps.applied(client, claim);
    }
}
