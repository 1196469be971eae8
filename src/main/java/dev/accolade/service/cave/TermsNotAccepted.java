package dev.accolade.service.cave;

import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.ServiceException;
import java.util.Optional;

/** CAVE wants terms of service to be accepted first, by the account's owner in a browser. No browser is opened for it. */
public final class TermsNotAccepted extends ServiceException {

    private static final long serialVersionUID = 1L;

    private final String terms;
    private final String page;

    private TermsNotAccepted(ServiceException refusal, String terms, String page) {
        super(Turn.OPERATOR, refusal.effect(), refusal.status().orElse(0), refusal.retryAfter().orElse(null), refusal.getMessage(), null);
        this.terms = terms;
        this.page = page;
    }

    /** Empty for any other refusal. */
    static Optional<TermsNotAccepted> in(JsonReply refusal, ServiceException explained) {
        boolean missing = refusal.status() == 403 && refusal.json().path("error").asText("").equals("missing_tos");
        return missing ? Optional.of(new TermsNotAccepted(explained, text(refusal, "tos_name"), text(refusal, "tos_form_url"))) : Optional.empty();
    }

    private static String text(JsonReply refusal, String name) {
        return refusal.json().path("data").path(name).asText("");
    }

    /** Name of the terms; empty when CAVE does not tell. */
    public String terms() {
        return terms;
    }

    /** Where they are accepted; empty when CAVE does not tell. */
    public String page() {
        return page;
    }
}
