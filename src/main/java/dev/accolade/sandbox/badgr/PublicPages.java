package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /public/...} and {@code /media/...}: what anybody may read. */
final class PublicPages {

    private static final Pattern ASSERTION_PICTURE = Pattern.compile(".*/assertion-(.+?)((?:_\\d+)?)\\.(?:png|svg)");

    private final World world;

    PublicPages(World world) {
        this.world = world;
    }

    Reply issuer(Visit visit) {
        return Reply.bare(200, documents(visit).issuer(findIssuer(visit)));
    }

    Reply classesOfIssuer(Visit visit) {
        Documents documents = documents(visit);
        ArrayNode result = Json.array();
        findIssuer(visit).classes.oldestFirst().forEach(badgeClass -> result.add(documents.badgeClass(badgeClass)));
        return Reply.bare(200, result);
    }

    Reply badgeClass(Visit visit) {
        BadgeClass badgeClass = findClass(visit);
        ObjectNode document = documents(visit).badgeClass(badgeClass);
        if (expand(visit).contains("issuer")) {
            document.set("issuer", documents(visit).issuer(badgeClass.issuer));
        }
        return Reply.bare(200, document);
    }

    Reply assertion(Visit visit) {
        Assertion assertion = findAssertion(visit);
        ObjectNode document = documents(visit).assertion(assertion);
        List<String> expand = expand(visit);
        if (!assertion.revoked() && expand.stream().anyMatch(what -> what.startsWith("badge"))) {
            ObjectNode badge = documents(visit).badgeClass(assertion.badgeClass);
            if (expand.contains("badge.issuer")) {
                badge.set("issuer", documents(visit).issuer(assertion.badgeClass.issuer));
            }
            document.set("badge", badge);
        }
        return Reply.bare(200, document);
    }

    Reply collection(Visit visit) {
        return world.collections.values().stream().filter(one -> one.shareHash.equals(Optional.of(visit.id()))).findFirst()
                .map(one -> Reply.bare(200, new OpenBadges(visit.call().base()).collection(one, world))).orElseThrow(Refusal::notFound);
    }

    Reply issuerPicture(Visit visit) {
        return Reply.redirect(302, findIssuer(visit).picture.map(Picture::path).orElseThrow(Refusal::notFound));
    }

    Reply classPicture(Visit visit) {
        return Reply.redirect(302, findClass(visit).picture.map(Picture::path).orElseThrow(Refusal::notFound));
    }

    Reply assertionPicture(Visit visit) {
        return Reply.redirect(302, picture(visit));
    }

    Reply baked(Visit visit) {
        return Reply.redirect(301, picture(visit));
    }

    Reply criteria(Visit visit) {
        return Reply.redirect(302, "/public/badges/" + findClass(visit).id);
    }

    /** A picture by its path; that of an assertion has the assertion baked in. */
    Reply media(Visit visit) {
        String path = visit.call().path();
        Picture picture = world.pictures.get(path);
        if (picture != null) {
            return file(picture, picture.content());
        }
        Matcher name = ASSERTION_PICTURE.matcher(path);
        Optional<Assertion> assertion = name.matches()
                ? world.assertions.byId(name.group(1) + name.group(2)).or(() -> world.assertions.byId(name.group(1))) : Optional.empty();
        return assertion.filter(one -> !one.revoked() && !one.orphaned && one.picturePath().equals(path))
                .flatMap(one -> one.badgeClass.picture.map(plain -> file(plain, BakedPicture.of(plain, documents(visit).assertion(one)))))
                .orElseGet(() -> Reply.page(404, "Not Found"));
    }

    private static Reply file(Picture picture, byte[] content) {
        return Reply.ready(new Answer(200, List.of(Map.entry("Content-Type", picture.type())), content));
    }

    private String picture(Visit visit) {
        Assertion assertion = findAssertion(visit);
        if (assertion.revoked()) {
            throw Refusal.notFound();
        }
        return assertion.picturePath();
    }

    private Issuer findIssuer(Visit visit) {
        return Optional.ofNullable(world.issuers.get(visit.id())).orElseThrow(Refusal::notFound);
    }

    private BadgeClass findClass(Visit visit) {
        return Optional.ofNullable(world.classes.get(visit.id())).orElseThrow(Refusal::notFound);
    }

    private Assertion findAssertion(Visit visit) {
        Assertion assertion = world.assertions.byId(visit.id()).orElseThrow(Refusal::notFound);
        if (assertion.orphaned) {
            throw Refusal.serverError();
        }
        return assertion;
    }

    private static Documents documents(Visit visit) {
        boolean old = visit.call().parameter("v").filter(OldOpenBadges.VERSION::equals).isPresent();
        return old ? new OldOpenBadges(visit.call().base()) : new OpenBadges(visit.call().base());
    }

    private static List<String> expand(Visit visit) {
        return visit.call().parameters().getOrDefault("expand", List.of());
    }
}
