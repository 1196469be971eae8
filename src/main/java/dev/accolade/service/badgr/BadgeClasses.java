package dev.accolade.service.badgr;

import dev.accolade.service.http.ByName;
import dev.accolade.service.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /v2/badgeclasses}. Source: docs/services/badgr.md, section 6. */
final class BadgeClasses {

    private static final String PATH = "/v2/badgeclasses";

    private final Api api;
    private final Issuers issuers;
    private final BadgeNames names;

    BadgeClasses(Api api, Issuers issuers, boolean uniqueNames) {
        this.api = api;
        this.issuers = issuers;
        this.names = new BadgeNames(api.wire().connection(), uniqueNames, issuer -> all(Optional.of(issuer)));
    }

    BadgeNames names() {
        return names;
    }

    List<BadgeClass> all(Optional<String> issuerId) {
        List<BadgeClass> all = new ArrayList<>();
        String path = issuerId.map(id -> "/v2/issuers/" + Api.checked(id) + "/badgeclasses").orElse(PATH);
        api.pages(Request.of("GET", path).query("num", Api.PAGE_SIZE), BadgrJson::badgeClass, all::addAll);
        return all;
    }

    BadgeClass get(String entityId) {
        return api.one(Request.of("GET", one(entityId)), BadgrJson::badgeClass);
    }

    BadgeClass byName(String issuer, String badgeClass) {
        Issuer found = issuers.byName(issuer);
        return new ByName<>(api.wire().connection(), "badge class", "of issuer '" + found.name() + "'", BadgeClass::entityId, BadgeClass::name)
                .one(badgeClass, all(Optional.of(found.entityId())));
    }

    /** @throws BadgrClientException without an issuer or an image, or when names are unique and this one is taken */
    BadgeClass create(BadgeClassDraft draft) {
        if (draft.issuerId().isEmpty() || draft.image().isEmpty()) {
            throw new BadgrClientException("a badge class is made with an issuer and an image; without an image it could never be awarded. Nothing was sent.");
        }
        return names.creating(draft, () -> api.one(Api.json("POST", PATH, Bodies.badgeClass(draft)), BadgrJson::badgeClass));
    }

    BadgeClass update(String entityId, BadgeClassDraft draft) {
        BadgeClass changed = api.one(Api.json("PUT", one(entityId), Bodies.badgeClass(draft)), BadgrJson::badgeClass);
        names.changed(changed);
        return changed;
    }

    void delete(String entityId) {
        api.done(Request.of("DELETE", one(entityId)));
        names.forget(entityId);
    }

    private static String one(String entityId) {
        return PATH + "/" + Api.checked(entityId);
    }
}
