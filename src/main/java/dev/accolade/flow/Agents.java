package dev.accolade.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.model.Authority;
import java.util.Optional;

/** Authorities as xAPI agents in JSON, and back. */
final class Agents {

    private Agents() {}

    static JsonNode json(Authority authority) {
        ObjectNode agent = JsonNodeFactory.instance.objectNode().put("objectType", "Agent");
        authority.name().ifPresent(name -> agent.put("name", name));
        if (authority.identifier() instanceof Authority.Mbox mbox) {
            agent.put("mbox", mbox.address());
        } else if (authority.identifier() instanceof Authority.OpenId openId) {
            agent.put("openid", openId.uri());
        } else if (authority.identifier() instanceof Authority.Account account) {
            agent.putObject("account").put("homePage", account.homePage()).put("name", account.name());
        }
        return agent;
    }

    /** In words of the model; empty when it has none for it. */
    static Optional<Authority> authority(JsonNode agent) {
        return identifier(agent).map(identifier -> new Authority(Optional.ofNullable(agent.path("name").textValue()), identifier));
    }

    /** What tells an agent from all others; empty when it has nothing of the kind that we give. */
    static Optional<Authority.Identifier> identifier(JsonNode agent) {
        if (agent.path("mbox").isTextual()) {
            return Optional.of(new Authority.Mbox(agent.path("mbox").asText()));
        }
        if (agent.path("openid").isTextual()) {
            return Optional.of(new Authority.OpenId(agent.path("openid").asText()));
        }
        JsonNode account = agent.path("account");
        return account.path("homePage").isTextual() && account.path("name").isTextual()
                ? Optional.of(new Authority.Account(account.path("homePage").asText(), account.path("name").asText())) : Optional.empty();
    }
}
