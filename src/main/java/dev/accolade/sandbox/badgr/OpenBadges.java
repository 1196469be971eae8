package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Open Badges 2.0 documents, as the public pages give them. */
final class OpenBadges implements Documents {

    private final String base;

    OpenBadges(String base) {
        this.base = base;
    }

    @Override
    public ObjectNode issuer(Issuer issuer) {
        ObjectNode document = head("Issuer", page("issuers", issuer.id)).put("name", issuer.name).put("url", issuer.url).put("email", issuer.email)
                .put("description", issuer.description.orElse(null));
        if (issuer.picture.isPresent()) {
            document.put("image", page("issuers", issuer.id) + "/image");
        }
        return document;
    }

    @Override
    public ObjectNode badgeClass(BadgeClass badgeClass) {
        String page = page("badges", badgeClass.id);
        ObjectNode document = head("BadgeClass", page).put("name", badgeClass.name).put("description", badgeClass.description)
                .put("issuer", page("issuers", badgeClass.issuer.id));
        if (badgeClass.picture.isPresent()) {
            document.put("image", page + "/image");
        }
        ObjectNode criteria = document.putObject("criteria");
        badgeClass.criteriaUrl.ifPresent(url -> criteria.put("id", url));
        badgeClass.criteriaNarrative.ifPresent(text -> criteria.put("narrative", text));
        document.set("alignment", badgeClass.alignments);
        document.set("tags", badgeClass.tags);
        return document;
    }

    @Override
    public ObjectNode assertion(Assertion assertion) {
        String page = page("assertions", assertion.id);
        ObjectNode document = head("Assertion", page);
        if (assertion.revoked()) {
            return document.put("revoked", true).put("revocationReason", assertion.revocation.orElseThrow());
        }
        document.put("badge", page("badges", assertion.badgeClass.id)).put("image", page + "/image");
        document.putObject("verification").put("type", "HostedBadge");
        evidence(document, assertion);
        assertion.narrative.ifPresent(text -> document.put("narrative", text));
        document.put("issuedOn", Moments.offset(assertion.issuedOn));
        assertion.expires.ifPresent(moment -> document.put("expires", Moments.offset(moment)));
        document.set("recipient", recipient(assertion.recipient));
        return document;
    }

    /** The identity itself only when it is not hashed. */
    static ObjectNode recipient(Recipient recipient) {
        ObjectNode who = Json.object().put("hashed", recipient.hashed()).put("type", recipient.type()).put("identity", recipient.shown());
        return recipient.hashed() ? who.put("salt", recipient.salt()) : who;
    }

    ObjectNode collection(BackpackCollection collection, World world) {
        ObjectNode document = head("Collection", page("collections", collection.shareHash.orElseThrow())).put("name", collection.name)
                .put("description", collection.description).put("entityId", collection.id);
        document.putObject("owner").put("firstName", collection.owner.firstName()).put("lastName", collection.owner.lastName());
        ArrayNode badges = document.putArray("badges");
        collection.assertions.forEach(id -> world.assertions.byId(id).filter(one -> !one.orphaned).ifPresent(one -> badges.add(assertion(one))));
        return document;
    }

    private static void evidence(ObjectNode document, Assertion assertion) {
        if (assertion.evidence.isEmpty()) {
            return;
        }
        ArrayNode evidence = document.putArray("evidence");
        for (Evidence one : assertion.evidence) {
            ObjectNode piece = evidence.addObject().put("type", "Evidence");
            one.url().ifPresent(url -> piece.put("id", url));
            one.narrative().ifPresent(text -> piece.put("narrative", text));
        }
    }

    private static ObjectNode head(String type, String id) {
        return Json.object().put("@context", "https://w3id.org/openbadges/v2").put("type", type).put("id", id);
    }

    private String page(String kind, String id) {
        return base + "/public/" + kind + "/" + id;
    }
}
