package dev.accolade.flow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.model.Authority;
import dev.accolade.plan.ClientKey;
import dev.accolade.plan.Looks;
import dev.accolade.plan.Seen;
import dev.accolade.service.badgr.Assertion;
import dev.accolade.service.learninglocker.Client;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** From what components read to what is compared with the ledger. */
final class SeenThings {

    private SeenThings() {}

    /** @param self the account we log in with: what it made is ours */
    static Seen of(Assertion assertion, String self, Instant now) {
        Seen.State state = assertion.revoked() ? Seen.State.REVOKED : assertion.isLive(now) ? Seen.State.LIVE : Seen.State.EXPIRED;
        return new Seen(assertion.entityId(), assertion.recipient().toLowerCase(Locale.ROOT), assertion.createdBy().filter(self::equals).isPresent(), state,
                assertion.createdAt(), assertion.revocationReason(), looks(assertion));
    }

    static Map<String, String> looks(Assertion assertion) {
        String evidence = assertion.evidence().stream().map(one -> one.url().orElse("") + one.narrative().map(text -> " " + text).orElse("")).collect(Collectors.joining("\n"));
        Map<String, String> looks = Looks.badge(assertion.recipient().toLowerCase(Locale.ROOT), assertion.narrative(), evidence, assertion.expires());
        looks.put("time of issue", assertion.issuedOn().toString());
        return looks;
    }

    /** Ours stand under a look-up key of ours; a disabled one is there, and cannot be used. Keys of others are none of our business. */
    static Seen of(Client client) {
        Optional<String> key = client.basicKey().filter(text -> text.startsWith(ClientKey.PREFIX));
        return new Seen(client.id(), key.orElse(""), key.isPresent(), client.trusted() ? Seen.State.LIVE : Seen.State.DISABLED, client.createdAt().orElse(Instant.EPOCH), Optional.empty(),
                Looks.client(client.title(), client.authority().map(SeenThings::authority).orElse("none"), new TreeSet<>(client.scopes()), client.basicKey().orElse(""),
                        client.storeId().orElse("none"), client.trusted()));
    }

    /** The words of the model where it has words for it, else the bare text. */
    private static String authority(JsonNode agent) {
        return Agents.authority(agent).map(Authority::toString).orElseGet(agent::toString);
    }
}
