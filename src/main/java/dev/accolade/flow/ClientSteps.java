package dev.accolade.flow;

import dev.accolade.ledger.Claim;
import dev.accolade.ledger.Objects;
import dev.accolade.ledger.Settlement;
import dev.accolade.model.Authority;
import dev.accolade.model.Desired;
import dev.accolade.model.Outcome;
import dev.accolade.service.learninglocker.Client;
import dev.accolade.service.learninglocker.ClientChange;
import dev.accolade.service.learninglocker.ClientRequest;
import dev.accolade.service.learninglocker.LearningLockerConstants;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;

/** From a claimed change to a call of {@code learning-locker:} and back. Learning Locker refuses no duplicate, so an award always looks first. */
public final class ClientSteps {

    private final PushSteps push;
    private final Objects objects;

    public ClientSteps(PushSteps push, Objects objects) {
        this.push = push;
        this.objects = objects;
    }

    /** Names our look-up key, and the client where the ledger knows it. */
    public void address(Exchange exchange, @Header(Headers.CLAIM) Claim claim) {
        if (claim.desired() instanceof Desired.Client client) {
            exchange.getMessage().setHeader(LearningLockerConstants.KEY, client.key());
        }
        claim.remoteId().ifPresent(id -> exchange.getMessage().setHeader(LearningLockerConstants.CLIENT, id));
    }

    /** A survey had found it: may it still be used? It is entered as it is, not as it should be, so that the next plan sees the difference and says what it takes. */
    public void adopted(@Body List<Client> found, @Header(Headers.CLAIM) Claim claim) {
        Optional<Client> there = found.stream().filter(one -> claim.remoteId().filter(one.id()::equals).isPresent() && one.trusted()).findFirst();
        push.adopt(there.map(one -> claim.showing(shown(one, desired(claim)))).orElse(claim), there.isPresent());
    }

    /** An authority the model has no words for is none that was ever wanted. */
    private static Desired.Client shown(Client client, Desired.Client wanted) {
        Authority authority = client.authority().flatMap(Agents::authority).orElse(new Authority(Optional.empty(), new Authority.OpenId("")));
        return new Desired.Client(client.title(), authority, client.scopes(), wanted.key());
    }

    /** What stands under our key now decides what is sent: nothing there, one client to bring up to date, or several that a person must sort out. */
    public void decide(Exchange exchange, @Body List<Client> found, @Header(Headers.CLAIM) Claim claim) {
        if (found.size() > 1) {
            push.settle(new Settlement(claim, Outcome.REFUSED, Optional.empty(), true, found.size() + " clients stand under the key " + desired(claim).key()
                    + ". Nothing was written; delete all but one in Learning Locker, then run: accolade apply.", Optional.empty()));
            exchange.getMessage().setBody(null);
        } else if (found.size() == 1 && objects.heldByAnother(claim.key(), found.get(0).id())) {
            push.settle(new Settlement(claim, Outcome.REFUSED, Optional.empty(), true, "The client " + found.get(0).id()
                    + " stands under this authority and belongs to another person, who was called so before. Nothing was written; delete or rename it in Learning Locker, then run: accolade apply.",
                    Optional.empty()));
            exchange.getMessage().setBody(null);
        } else {
            exchange.getMessage().setBody(found.isEmpty() ? request(claim) : change(found.get(0).id(), claim));
        }
    }

    /** The whole client as it should be, for the id that the ledger knows. */
    public ClientChange update(@Header(Headers.CLAIM) Claim claim) {
        return change(claim.remoteId().orElseThrow(() -> new IllegalStateException("the ledger has no client for " + claim)), claim);
    }

    public void applied(@Body Client client, @Header(Headers.CLAIM) Claim claim) {
        push.settle(Settlement.done(claim, Outcome.APPLIED, Optional.of(client.id()), true, switch (claim.kind()) {
            case AWARD, ADOPT -> "The client may be used.";
            case UPDATE -> "Brought up to date.";
            case REVOKE -> "Disabled.";
            case RENEW, EXPIRE -> throw new IllegalStateException("a client has no end");
        }));
    }

    private static ClientRequest request(Claim claim) {
        Desired.Client client = desired(claim);
        return new ClientRequest(client.title(), claim.key().objectId(), Agents.json(client.authority()), client.scopes(), Optional.of(client.key()), true);
    }

    private static ClientChange change(String id, Claim claim) {
        Desired.Client client = desired(claim);
        return ClientChange.of(id).withTitle(client.title()).withAuthority(Agents.json(client.authority())).withScopes(client.scopes()).withStore(claim.key().objectId()).withTrusted(true);
    }

    private static Desired.Client desired(Claim claim) {
        return (Desired.Client) claim.desired();
    }
}
