package dev.accolade.service.badgr;

import dev.accolade.service.http.ByName;
import dev.accolade.service.http.Request;
import dev.accolade.service.http.ServiceException;
import java.util.List;

/** {@code /v2/issuers}. Source: docs/services/badgr.md, section 5. */
final class Issuers {

    private static final String PATH = "/v2/issuers";

    private final Api api;

    Issuers(Api api) {
        this.api = api;
    }

    /**
     * Those on whose staff the login is; Badgr never pages them.
     *
     * @throws ServiceException of an operator's turn when the token may not ask, or the account's e-mail is not verified
     */
    List<Issuer> all() {
        try {
            return api.list(Request.of("GET", PATH), BadgrJson::issuer);
        } catch (ServiceException refused) {
            throw refused.status().orElse(0) == 404 ? mayNotAsk(refused) : refused;
        }
    }

    /** Here, unlike elsewhere, no id can be unknown. */
    private ServiceException mayNotAsk(ServiceException refused) {
        return new ServiceException(refused.turn(), refused.effect(), 404, null, api.wire().connection() + ": HTTP 404 on GET " + PATH + ": the login is accepted, but its token lacks the scope 'rw:issuer', "
                + "or the e-mail of its account is not verified. Nothing can be awarded or revoked with it; give its application and the setting 'scope' rw:issuer, verify the e-mail, or check that 'url' is the root of a Badgr.", refused);
    }

    Issuer get(String entityId) {
        return api.one(Request.of("GET", one(entityId)), BadgrJson::issuer);
    }

    /** @param issuer its name or its entityId */
    Issuer byName(String issuer) {
        return new ByName<>(api.wire().connection(), "issuer", "", Issuer::entityId, Issuer::name).one(issuer, all());
    }

    Issuer create(IssuerDraft draft) {
        return api.one(Api.json("POST", PATH, Bodies.issuer(draft)), BadgrJson::issuer);
    }

    Issuer update(String entityId, IssuerDraft draft) {
        return api.one(Api.json("PUT", one(entityId), Bodies.issuer(draft)), BadgrJson::issuer);
    }

    void delete(String entityId) {
        api.done(Request.of("DELETE", one(entityId)));
    }

    private static String one(String entityId) {
        return PATH + "/" + Api.checked(entityId);
    }
}
