package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Open Badges 1.1 documents, which name each other with {@code ?v=1_1}. Source: the Open Badges 1.1 specification. */
final class OldOpenBadges implements Documents {

    static final String VERSION = "1_1";

    private final String base;

    OldOpenBadges(String base) {
        this.base = base;
    }

    @Override
    public ObjectNode issuer(Issuer issuer) {
        ObjectNode document = head("Issuer", page("issuers", issuer.id)).put("name", issuer.name).put("url", issuer.url).put("email", issuer.email)
                .put("description", issuer.description.orElse(null));
        if (issuer.picture.isPresent()) {
            document.put("image", base + "/public/issuers/" + issuer.id + "/image");
        }
        return document;
    }

    @Override
    public ObjectNode badgeClass(BadgeClass badgeClass) {
        String plain = base + "/public/badges/" + badgeClass.id;
        ObjectNode document = head("BadgeClass", page("badges", badgeClass.id)).put("name", badgeClass.name)
                .put("description", badgeClass.description).put("issuer", page("issuers", badgeClass.issuer.id));
        if (badgeClass.picture.isPresent()) {
            document.put("image", plain + "/image");
        }
        document.put("criteria", badgeClass.criteriaUrl.orElse(plain + "/criteria"));
        ArrayNode alignment = document.putArray("alignment");
        for (JsonNode one : badgeClass.alignments) {
            alignment.addObject().put("name", one.path("targetName").textValue()).put("url", one.path("targetUrl").textValue())
                    .put("description", one.path("targetDescription").textValue());
        }
        document.set("tags", badgeClass.tags);
        return document;
    }

    @Override
    public ObjectNode assertion(Assertion assertion) {
        ObjectNode document = head("Assertion", page("assertions", assertion.id)).put("uid", assertion.id);
        if (assertion.revoked()) {
            return document.put("revoked", true).put("revocationReason", assertion.revocation.orElseThrow());
        }
        document.put("badge", page("badges", assertion.badgeClass.id)).put("image", base + "/public/assertions/" + assertion.id + "/image");
        document.putObject("verify").put("type", "hosted").put("url", page("assertions", assertion.id));
        assertion.evidence.stream().flatMap(one -> one.url().stream()).findFirst().ifPresent(url -> document.put("evidence", url));
        document.put("issuedOn", Moments.offset(assertion.issuedOn));
        assertion.expires.ifPresent(moment -> document.put("expires", Moments.offset(moment)));
        document.set("recipient", OpenBadges.recipient(assertion.recipient));
        return document;
    }

    private static ObjectNode head(String type, String id) {
        return Json.object().put("@context", "https://w3id.org/openbadges/v1").put("type", type).put("id", id);
    }

    private String page(String kind, String id) {
        return base + "/public/" + kind + "/" + id + "?v=" + VERSION;
    }
}
