package dev.accolade.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One service as its clients see it: given a request, the answer the real server would give.
 *
 * <p>Implementations keep their state in memory and guard it themselves: calls arrive on several threads at once.
 */
public interface StandIn {

    /** The name that is also the first part of its path: {@code badgr} lives under {@code /badgr}. */
    String name();

    /**
     * The part after {@code /name} where clients of this service begin, for example {@code /accounts/} for FAS2; empty where they
     * begin at the root.
     */
    default String basePath() {
        return "";
    }

    /** Forgets everything and takes the described state; the form of {@code seed} is documented in docs/sandbox.md. */
    void load(JsonNode seed);

    /** Answers one request of the service's own protocol. Never throws for anything a client sends. */
    Answer answer(Call call);

    /**
     * Answers a request to {@code /sandbox/<name>/...}: changes that the real service makes by other means than its API, such as an
     * operator's click. The path of the call begins after the name.
     */
    default Answer control(Call call) {
        return Answer.text(404, "text/plain", "The " + name() + " stand-in has no control at " + call.path() + ".");
    }
}
