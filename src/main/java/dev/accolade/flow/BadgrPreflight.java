package dev.accolade.flow;

import dev.accolade.ledger.Barrier;
import dev.accolade.ledger.Barriers.Concern;
import dev.accolade.model.ChangeKind;
import dev.accolade.rules.Award;
import dev.accolade.rules.Rule;
import dev.accolade.rules.RuleBook;
import dev.accolade.service.badgr.BadgeClass;
import dev.accolade.service.badgr.Issuer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a Badgr would refuse, told from what it shows us: our issuers with their staff, and their badge classes. Whoever awards must be on the staff of the
 * issuer, whoever revokes its editor. Source: docs/services/badgr.md, facts 6, 7 and 11
 */
final class BadgrPreflight {

    private final Map<String, Issuer> issuers;
    private final String self;
    private final Map<String, BadgeClass> classes;
    private final RuleBook book;

    /** @param self entityId of the account that logs in */
    BadgrPreflight(List<Issuer> issuers, String self, List<BadgeClass> classes, RuleBook book) {
        this.issuers = issuers.stream().collect(Collectors.toMap(Issuer::entityId, Function.identity(), (first, second) -> first));
        this.self = self;
        this.classes = classes.stream().collect(Collectors.toMap(BadgeClass::entityId, Function.identity(), (first, second) -> first));
        this.book = book;
    }

    List<Barrier> barriers(List<Concern> concerns) {
        return concerns.stream().flatMap(concern -> problem(concern).stream()
                .map(problem -> new Barrier(concern.target(), Optional.of(concern.objectId()), Optional.of(concern.kind()), problem))).toList();
    }

    private Optional<String> problem(Concern concern) {
        Optional<BadgeClass> found = Optional.ofNullable(classes.get(concern.objectId()));
        if (found.isEmpty()) {
            return Optional.of(missing(concern));
        }
        if (concern.kind() == ChangeKind.AWARD && !found.get().hasImage()) {
            return Optional.of("The badge class '" + concern.objectName() + "' on " + concern.target() + " has no image, and Badgr fails on every award of such a class. Give it an image.");
        }
        return Optional.ofNullable(issuers.get(found.get().issuerId())).filter(issuer -> changesWhatIsThere(concern.kind()) && !mayRevoke(issuer))
                .map(issuer -> "The account that logs in to " + concern.target() + " is " + role(issuer).orElse("no member") + " of the issuer '" + issuer.name()
                        + "', and only its editors and owners may revoke or renew '" + concern.objectName() + "'. Make it editor.");
    }

    private static boolean changesWhatIsThere(ChangeKind kind) {
        return kind == ChangeKind.REVOKE || kind == ChangeKind.RENEW;
    }

    /** Where Badgr does not tell the staff, nothing is concluded from that. */
    private boolean mayRevoke(Issuer issuer) {
        return issuer.staff().isEmpty() || role(issuer).filter(role -> role.equals("editor") || role.equals("owner")).isPresent();
    }

    private Optional<String> role(Issuer issuer) {
        return issuer.staff().stream().filter(member -> member.account().equals(self)).map(Issuer.Member::role).findFirst();
    }

    /** Badgr shows classes of those issuers alone on whose staff one is. */
    private String missing(Concern concern) {
        String what = "The badge class '" + concern.objectName() + "' (" + concern.objectId() + ") on " + concern.target();
        Optional<String> issuer = issuerInRules(concern);
        if (issuer.isPresent() && issuers.values().stream().anyMatch(one -> one.name().equals(issuer.get()) || one.entityId().equals(issuer.get()))) {
            return what + " is gone: the account that logs in is on the staff of its issuer, and the issuer has no such class any more. "
                    + "A class made anew under this name is another one; name it in a rule of its own, or take the rule out.";
        }
        return what + " is not among those that the account that logs in may award: it is not on the staff of the issuer, or the class is gone. "
                + "Make the account editor of the issuer, or mend the rule.";
    }

    private Optional<String> issuerInRules(Concern concern) {
        return book.rules().stream().map(Rule::award).filter(award -> award.target().equals(concern.target()) && award.objectName().equals(concern.objectName()))
                .flatMap(award -> award instanceof Award.Badge badge ? java.util.stream.Stream.of(badge.issuer()) : java.util.stream.Stream.empty()).findFirst();
    }
}
