package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.badgr.Fields.Need;
import java.util.List;
import java.util.Optional;

/** The body of a request that makes or changes a badge class. */
final class ClassForm {

    private final World world;
    private final Fields fields;
    private final Optional<String> name;
    private final Optional<String> description;
    private final Optional<String> criteriaUrl;
    private final Optional<String> criteriaNarrative;
    private final Optional<List<ObjectNode>> alignments;
    private final Optional<ArrayNode> tags;
    private final Optional<ObjectNode> expires;
    private final Optional<Picture> picture;
    private final Optional<Issuer> issuer;

    ClassForm(World world, JsonNode data) {
        this.world = world;
        this.fields = new Fields(data);
        this.name = fields.untagged("name", Need.REQUIRED, 1024);
        this.description = fields.untagged("description", Need.REQUIRED, 16_384);
        this.criteriaUrl = fields.url("criteriaUrl", Need.NULLABLE);
        this.criteriaNarrative = fields.markdown("criteriaNarrative", Need.NULLABLE);
        this.alignments = Nested.list(fields, "alignments", ClassForm::alignment);
        this.tags = tags();
        this.expires = fields.value("expires", Need.NULLABLE).map(this::expiry);
        this.picture = fields.picture("image", "badges/issuer_badgeclass");
        this.issuer = issuer();
        fields.extensions();
    }

    private static ObjectNode alignment(Fields item) {
        ObjectNode alignment = Json.object();
        alignment.put("targetName", item.untagged("targetName", Need.REQUIRED, 1024).orElse(null));
        alignment.put("targetUrl", item.url("targetUrl", Need.REQUIRED).orElse(null));
        alignment.put("targetDescription", item.untagged("targetDescription", Need.NULLABLE, 16_384).orElse(null));
        alignment.put("targetFramework", item.untagged("targetFramework", Need.NULLABLE, 1024).orElse(null));
        return alignment.put("targetCode", item.untagged("targetCode", Need.NULLABLE, 1024).orElse(null));
    }

    private Optional<ArrayNode> tags() {
        Optional<JsonNode> value = fields.value("tags", Need.OPTIONAL);
        if (value.isPresent() && !value.get().isArray()) {
            fields.wrong("tags", Nested.notAList(value.get()));
            return Optional.empty();
        }
        return value.map(list -> {
            ArrayNode tags = Json.array();
            ObjectNode errors = Json.object();
            for (int i = 0; i < list.size(); i++) {
                Fields item = new Fields(Json.object().set("tag", list.get(i)));
                item.untagged("tag", Need.REQUIRED, 1024).ifPresent(tags::add);
                if (!item.errors.isEmpty()) {
                    errors.set(Integer.toString(i), item.errors.get("tag"));
                }
            }
            if (!errors.isEmpty()) {
                fields.wrong("tags", errors);
            }
            return tags;
        });
    }

    private ObjectNode expiry(JsonNode value) {
        Fields item = new Fields(value);
        Optional<JsonNode> amount = item.value("amount", Need.NULLABLE);
        if (amount.isPresent() && !amount.get().asText().strip().matches("-?\\d{1,9}")) {
            item.wrong("amount", "A valid integer is required.");
        } else if (amount.isPresent() && Integer.parseInt(amount.get().asText().strip()) < 1) {
            item.wrong("amount", "Must be a positive integer");
        }
        Optional<String> duration = item.choice("duration", Need.NULLABLE, List.of("days", "weeks", "months", "years"));
        if (!item.errors.isEmpty()) {
            fields.wrong("expires", item.errors);
            return Json.object();
        }
        ObjectNode expiry = Json.object();
        expiry.set("amount", amount.orElse(NullNode.instance));
        return expiry.put("duration", duration.orElse(null));
    }

    private Optional<Issuer> issuer() {
        Optional<String> id = fields.text("issuer", Need.OPTIONAL, 1024);
        Optional<Issuer> found = id.map(world.issuers::get);
        if (id.isPresent() && found.isEmpty()) {
            fields.unknownEntity("issuer", id.get());
        }
        return found;
    }

    void check() {
        fields.check();
    }

    /** On creation the key has to be there, though its value may be null. */
    void checkPicture() {
        if (picture.isEmpty() && !fields.isNull("image")) {
            throw Refusal.field("image", "Valid image file or data URI required.");
        }
    }

    Issuer namedIssuer() {
        return issuer.orElseThrow(() -> Refusal.field("issuer", "This field is required"));
    }

    boolean withoutPicture() {
        return fields.isNull("image");
    }

    /** What was not sent stays; an expiry of null is ignored. */
    void apply(BadgeClass badgeClass) {
        badgeClass.name = name.orElseThrow();
        badgeClass.description = description.orElseThrow();
        if (fields.has("criteriaUrl")) {
            badgeClass.criteriaUrl = criteriaUrl;
        }
        if (fields.has("criteriaNarrative")) {
            badgeClass.criteriaNarrative = criteriaNarrative;
        }
        alignments.ifPresent(list -> badgeClass.alignments = Json.array().addAll(list));
        tags.ifPresent(list -> badgeClass.tags = list);
        expires.ifPresent(one -> badgeClass.expires = one);
        picture.ifPresent(one -> badgeClass.picture = Optional.of(world.keep(one)));
    }
}
