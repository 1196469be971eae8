package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.badgr.Fields.Need;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What v1 has beside v2: finding a badge class by id, and its twin of the batch. Bare JSON without an envelope, in names with underscores. */
final class FirstVersion {

    private static final Map<String, String> NAMES = Map.of("evidence_items", "evidence", "create_notification", "notify",
            "allow_duplicate_awards", "allowDuplicateAwards", "issued_on", "issuedOn", "narrative", "narrative", "expires", "expires");

    private final World world;
    private final Access access;

    FirstVersion(World world, Access access) {
        this.world = world;
        this.access = access;
    }

    /** By entityId or by the address of the public page; names are not searched. */
    Reply find(Visit visit) {
        access.caller(visit);
        String identifier = visit.call().parameter("identifier").orElse("");
        String page = visit.call().base() + "/public/badges/";
        String id = identifier.startsWith(page) ? identifier.substring(page.length()) : identifier;
        return Reply.bare(200, badgeClass(Optional.ofNullable(world.classes.get(id)).orElseThrow(Refusal::notFound), visit.call().base()));
    }

    /** Checked as a whole and saved one by one, like its twin; refusals come in the envelope of v2. */
    Reply issueMany(Visit visit) {
        Caller caller = access.caller(visit);
        BadgeClass badgeClass = access.badgeClass(caller, visit.ids().get(1), Role.STAFF);
        if (!badgeClass.issuer.id.equals(visit.id())) {
            throw Refusal.notFound();
        }
        JsonNode items = visit.data().path("assertions");
        if (!items.isArray()) {
            throw Refusal.serverError();
        }
        ArrayNode asked = Json.array();
        items.forEach(item -> asked.add(inNewNames(item, visit.data().path("create_notification"))));
        List<IssueForm> forms = new IssueResource(world, access).checked(asked, badgeClass, visit.call().base());
        ArrayNode result = Json.array();
        forms.forEach(form -> result.add(assertion(form.issue(caller), visit.call().base())));
        return Reply.bare(201, result).issued(result.size());
    }

    private static ObjectNode inNewNames(JsonNode item, JsonNode notify) {
        ObjectNode asked = Json.object();
        ObjectNode recipient = asked.putObject("recipient");
        copy(item, "recipient_identifier", recipient, "identity");
        copy(item, "recipient_type", recipient, "type");
        copy(item, "hashed", recipient, "hashed");
        if (notify.isBoolean()) {
            asked.set("notify", notify);
        }
        NAMES.forEach((old, fresh) -> copy(item, old, asked, fresh));
        return asked;
    }

    private static void copy(JsonNode from, String old, ObjectNode to, String fresh) {
        if (from.hasNonNull(old)) {
            to.set(fresh, from.get(old));
        }
    }

    private static ObjectNode badgeClass(BadgeClass badgeClass, String base) {
        ObjectNode shape = Json.object().put("created_at", Moments.zulu(badgeClass.createdAt())).put("slug", badgeClass.id).put("name", badgeClass.name)
                .put("image", badgeClass.picture.map(picture -> base + picture.path()).orElse(null)).put("description", badgeClass.description)
                .put("criteria_text", badgeClass.criteriaNarrative.orElse(null)).put("criteria_url", badgeClass.criteriaUrl.orElse(null))
                .put("issuer", base + "/public/issuers/" + badgeClass.issuer.id);
        shape.set("alignment", badgeClass.alignments);
        shape.set("tags", badgeClass.tags);
        shape.set("json", new OpenBadges(base).badgeClass(badgeClass));
        return shape;
    }

    private static ObjectNode assertion(Assertion made, String base) {
        return Json.object().put("created_at", Moments.zulu(made.createdAt())).put("slug", made.id).put("badge_class", base + "/public/badges/"
                + made.badgeClass.id).put("issuer", base + "/public/issuers/" + made.badgeClass.issuer.id)
                .put("recipient_identifier", made.recipient.identity()).put("recipient_type", made.recipient.type()).put("hashed", made.recipient.hashed())
                .put("image", base + made.picturePath()).put("narrative", made.narrative.orElse(null)).put("revoked", made.revoked())
                .put("revocation_reason", made.revocation.orElse(null)).put("acceptance", made.acceptance)
                .put("expires", made.expires.map(Moments::zulu).orElse(null)).put("public_url", base + "/public/assertions/" + made.id);
    }

    /** The server sends a mail where there is such an account, and tells nobody whether there is. */
    Reply forgotPassword(Visit visit) {
        return world.backoff.guard(visit.call(), () -> {
            Fields fields = new Fields(visit.data());
            fields.email("email", Need.REQUIRED);
            fields.check();
            return Reply.ok(200, Json.array());
        });
    }
}
