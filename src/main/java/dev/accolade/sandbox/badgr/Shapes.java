package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Entities as the v2 API shows them to staff; addresses begin where the client called. */
final class Shapes {

    private final World world;
    private final String base;

    Shapes(World world, Visit visit) {
        this.world = world;
        this.base = visit.call().base();
    }

    ObjectNode issuer(Issuer issuer, boolean withStaff) {
        ObjectNode shape = head("Issuer", issuer.id, "issuers", issuer, issuer.createdBy);
        shape.put("name", issuer.name);
        shape.put("image", issuer.picture.map(picture -> base + picture.path()).orElse(null));
        shape.put("email", issuer.email);
        shape.put("description", issuer.description.orElse(null));
        shape.put("url", issuer.url);
        if (withStaff) {
            ArrayNode staff = shape.putArray("staff");
            issuer.staff.forEach((account, role) -> staff.add(member(account, role)));
        }
        shape.putObject("extensions");
        return shape.put("badgrDomain", world.settings.ui());
    }

    private ObjectNode member(String account, Role role) {
        ObjectNode member = Json.object();
        member.set("userProfile", world.accounts.byId(account).map(Shapes::profile).orElseThrow());
        return member.put("user", account).put("role", role.text());
    }

    static ObjectNode profile(Account account) {
        ObjectNode profile = Json.object().put("entityType", "BadgeUser").put("entityId", account.id())
                .put("firstName", account.firstName()).put("lastName", account.lastName());
        profile.putArray("emails").addObject().put("email", account.email()).put("verified", account.verified()).put("primary", true)
                .putArray("caseVariants");
        profile.putArray("url");
        profile.putArray("telephone");
        return profile.putNull("badgrDomain");
    }

    ObjectNode badgeClass(BadgeClass badgeClass) {
        ObjectNode shape = head("BadgeClass", badgeClass.id, "badges", badgeClass, badgeClass.createdBy);
        issuedBy(shape, badgeClass.issuer);
        shape.put("name", badgeClass.name);
        shape.put("image", badgeClass.picture.map(picture -> base + picture.path()).orElse(null));
        shape.put("description", badgeClass.description);
        shape.put("criteriaUrl", badgeClass.criteriaUrl.orElse(null));
        shape.put("criteriaNarrative", badgeClass.criteriaNarrative.orElse(null));
        shape.set("alignments", badgeClass.alignments);
        shape.set("tags", badgeClass.tags);
        shape.set("expires", badgeClass.expires);
        shape.putObject("extensions");
        return shape;
    }

    ObjectNode assertion(Assertion assertion) {
        ObjectNode shape = head("Assertion", assertion.id, "assertions", assertion, assertion.createdBy);
        middle(shape, assertion);
        ArrayNode evidence = shape.putArray("evidence");
        for (Evidence one : assertion.evidence) {
            evidence.addObject().put("url", one.url().orElse(null)).put("narrative", one.narrative().orElse(null));
        }
        shape.putObject("extensions");
        return shape;
    }

    /** As its recipient sees it in the backpack. */
    ObjectNode held(Assertion assertion) {
        ObjectNode shape = Json.object().put("entityType", "Assertion").put("entityId", assertion.id)
                .put("openBadgeId", base + "/public/assertions/" + assertion.id);
        middle(shape, assertion);
        return shape.put("pending", false);
    }

    private void middle(ObjectNode shape, Assertion assertion) {
        shape.put("badgeclass", assertion.badgeClass.id).put("badgeclassOpenBadgeId", base + "/public/badges/" + assertion.badgeClass.id);
        issuedBy(shape, assertion.badgeClass.issuer);
        shape.put("image", assertion.revoked() ? null : base + assertion.picturePath());
        Recipient recipient = assertion.recipient;
        ObjectNode who = shape.putObject("recipient").put("identity", recipient.shown()).put("hashed", recipient.hashed())
                .put("type", recipient.type()).put("plaintextIdentity", recipient.identity());
        if (recipient.hashed()) {
            who.put("salt", recipient.salt());
        }
        shape.put("issuedOn", Moments.zulu(assertion.issuedOn)).put("narrative", assertion.narrative.orElse(null));
        shape.put("revoked", assertion.revoked()).put("revocationReason", assertion.revocation.orElse(null));
        shape.put("acceptance", assertion.acceptance).put("expires", assertion.expires.map(Moments::zulu).orElse(null));
    }

    ObjectNode collection(BackpackCollection collection) {
        ObjectNode shape = Json.object().put("entityType", "BackpackCollection").put("entityId", collection.id).put("name", collection.name)
                .put("description", collection.description).put("owner", collection.owner.id())
                .put("share_url", collection.shareHash.map(hash -> base + "/public/collections/" + hash).orElse(null))
                .put("shareHash", collection.shareHash.orElse("")).put("published", collection.shareHash.isPresent());
        shape.set("assertions", Json.texts(collection.assertions));
        return shape;
    }

    static ObjectNode token(Token token) {
        ObjectNode shape = Json.object().put("entityType", "AccessToken").put("entityId", token.id());
        shape.putObject("application").put("name", token.application.name()).putNull("image").putNull("website_url")
                .put("clientId", token.application.clientId()).putNull("policyUri").putNull("termsUri");
        return shape.put("scope", String.join(" ", token.scopes)).put("expires", Moments.zulu(token.expires))
                .put("created", Moments.zulu(token.created));
    }

    private ObjectNode head(String type, String id, String page, Dated row, String createdBy) {
        return Json.object().put("entityType", type).put("entityId", id).put("openBadgeId", base + "/public/" + page + "/" + id)
                .put("createdAt", Moments.zulu(row.createdAt())).put("createdBy", createdBy);
    }

    private void issuedBy(ObjectNode shape, Issuer issuer) {
        shape.put("issuer", issuer.id).put("issuerOpenBadgeId", base + "/public/issuers/" + issuer.id);
    }
}
