package dev.accolade.service.badgr;

import dev.accolade.service.http.ByName;
import dev.accolade.service.http.Request;
import java.util.List;

/** {@code /v2/issuers}. Source: docs/services/badgr.md, section 5. */
final class Issuers {

    private static final String PATH = "/v2/issuers";

    private final Api api;

    Issuers(Api api) {
        this.api = api;
    }

    /** Those on whose staff the login is; Badgr never pages them. */
    List<Issuer> all() {
        return api.list(Request.of("GET", PATH), BadgrJson::issuer);
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
