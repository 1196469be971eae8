package dev.accolade.service.fas;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.ServiceException.Turn;
import java.util.List;

/** Makes certificates. Nothing in Accolade calls it by itself: it makes the account's earlier certificates void. */
public final class FasCertificates {

    private final FasCaller caller;

    FasCertificates(FasCaller caller) {
        this.caller = caller;
    }

    /**
     * Makes a certificate for the connection's account and revokes its earlier ones; sent once.
     *
     * @throws AppException {@code CLAError} when the account did not sign the agreement, {@code FASError} when the server makes none
     */
    public FasCertificate make() {
        FasQuestion question = FasQuestion.writing("/user/dogencert", List.of());
        FasVerdict verdict = caller.verdict();
        JsonReply reply = caller.changeWithoutRedirect(question);
        FasEnvelope envelope = verdict.whole(question, verdict.unfailed(question, verdict.read(question, reply)));
        JsonNode json = reply.json();
        if (json.path("cla").isMissingNode()) {
            throw verdict.failure(question, Turn.OPERATOR, "this server makes no certificates", envelope);
        }
        if (!json.path("cla").isBoolean()) {
            throw verdict.misunderstood(question, "no word on the agreement");
        }
        if (!json.path("cla").booleanValue()) {
            throw verdict.named(question, Turn.OPERATOR, "the account has not signed the contributor agreement", "CLAError");
        }
        if (!json.path("cert").isTextual() || !json.path("key").isTextual()) {
            throw verdict.misunderstood(question, "no certificate and key; earlier certificates may be void");
        }
        return new FasCertificate(json.path("cert").textValue(), json.path("key").textValue());
    }
}
