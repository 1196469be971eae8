package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.badgr.Fields.Need;
import java.util.List;
import java.util.Optional;

/** One assertion that is asked for: read and checked whole before anything is issued. */
final class IssueForm {

    private static final List<String> CLASS_KEYS = List.of("badgeclass", "badgeclassOpenBadgeId", "badgeclassName");

    private final World world;
    private final AssertionForm form;
    private final Fields fields;
    private final Optional<BadgeClass> byId;
    private final Optional<String> byAddress;
    private final Optional<String> byName;
    private final boolean once;
    private Optional<BadgeClass> badgeClass;

    /**
     * @param ofPath the badge class that the path names
     * @param within the issuer the badge class has to belong to
     * @param base   where addresses of badge classes begin
     */
    IssueForm(World world, JsonNode data, Optional<BadgeClass> ofPath, Issuer within, String base) {
        this.world = world;
        this.form = new AssertionForm(data, world.now());
        this.fields = form.fields;
        this.badgeClass = ofPath;
        this.byId = classById();
        this.byAddress = fields.url("badgeclassOpenBadgeId", Need.OPTIONAL);
        this.byName = fields.text("badgeclassName", Need.OPTIONAL, 1024);
        this.once = !fields.flag("allowDuplicateAwards", Need.OPTIONAL).orElse(true);
        issuer();
        fields.extensions();
        if (fields.errors.isEmpty()) {
            checkTogether(within, base);
        }
    }

    private Optional<BadgeClass> classById() {
        Optional<String> id = fields.text("badgeclass", Need.OPTIONAL, 1024);
        Optional<BadgeClass> found = id.map(world.classes::get);
        if (id.isPresent() && found.isEmpty()) {
            fields.unknownEntity("badgeclass", id.get());
        }
        return found;
    }

    /** Ignored as long as it exists. */
    private void issuer() {
        fields.text("issuer", Need.OPTIONAL, 1024).filter(id -> !world.issuers.containsKey(id))
                .ifPresent(id -> fields.unknownEntity("issuer", id));
    }

    private void checkTogether(Issuer within, String base) {
        long named = CLASS_KEYS.stream().filter(fields::has).count() + badgeClass.stream().count();
        if (named > 1) {
            fields.cross("Multiple badge class identifiers. Exactly one of the following badge class identifiers are allowed: "
                    + "badgeclass, badgeclassName, or badgeclassOpenBadgeId");
        } else if (form.recipient().isEmpty()) {
            fields.wrong("recipient", "This field is required");
        } else {
            findClass(within, base);
        }
        if (fields.errors.isEmpty() && once && heldAlready()) {
            fields.cross("A previous award of this badge already exists for this recipient.");
        }
    }

    private void findClass(Issuer within, String base) {
        if (byName.isPresent()) {
            List<BadgeClass> called = within.classes.oldestFirst().stream().filter(one -> one.name.equals(byName.get())).toList();
            badgeClass = called.size() == 1 ? Optional.of(called.get(0)) : Optional.empty();
            if (called.isEmpty()) {
                fields.cross("No matching BadgeClass found with name " + byName.get());
            } else if (called.size() > 1) {
                fields.cross("Could not award; " + called.size() + " BadgeClasses with name " + byName.get());
            }
            return;
        }
        String pages = base + "/public/badges/";
        badgeClass = badgeClass.or(() -> byId)
                .or(() -> byAddress.filter(address -> address.startsWith(pages)).map(address -> address.substring(pages.length()))
                        .map(world.classes::get));
        if (badgeClass.isEmpty() && byAddress.isEmpty()) {
            fields.wrong("badgeclass", "This field is required");
        } else if (badgeClass.filter(one -> one.issuer == within).isEmpty()) {
            fields.wrong("badgeclass", "This issuer has no such badge class.");
        }
    }

    /** The server compares with the text as sent, not with what it would store. */
    private boolean heldAlready() {
        return badgeClass.orElseThrow().to(form.recipient().orElseThrow().identity()).stream()
                .anyMatch(assertion -> assertion.live(world.now()));
    }

    ObjectNode errors() {
        return fields.errors;
    }

    /**
     * Issues; only for a form without errors.
     *
     * @throws Refusal 500 when the badge class has no picture to bake
     */
    Assertion issue(Caller caller) {
        BadgeClass awarded = badgeClass.orElseThrow();
        if (awarded.picture.isEmpty()) {
            throw Refusal.serverError();
        }
        Recipient recipient = form.recipient().orElseThrow().normalised();
        Assertion assertion = new Assertion(Identifiers.entity(), caller.account().id(), awarded, world.stamp(), recipient);
        form.apply(assertion);
        world.add(assertion);
        return assertion;
    }
}
