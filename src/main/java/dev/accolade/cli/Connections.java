package dev.accolade.cli;

import dev.accolade.app.Accolade;
import dev.accolade.config.Service;
import dev.accolade.ledger.view.SourceStatus;
import dev.accolade.ledger.view.Status;
import dev.accolade.service.badgr.BadgrCheck;
import dev.accolade.service.cave.CaveCheck;
import dev.accolade.service.fas.FasCheck;
import dev.accolade.service.learninglocker.LearningLockerCheck;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelExecutionException;

/** Asks each configured service whether it would work for us. */
final class Connections {

    /** More than this, and signatures and ages cannot be trusted. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Accolade accolade;

    Connections(Accolade accolade) {
        this.accolade = accolade;
    }

    List<Finding> findings() {
        return Stream.concat(accolade.settings().sources().values().stream().map(one -> finding("source " + one.name(), one)),
                accolade.settings().targets().values().stream().map(one -> finding("target " + one.name(), one))).toList();
    }

    private Finding finding(String what, Service service) {
        if (service.type().equals("cloudspot")) {
            return accounts(what, service);
        }
        try (var template = accolade.context().createProducerTemplate()) {
            return judged(what, template.requestBody(service.type() + ":check?connection=" + service.name(), (Object) null));
        } catch (CamelExecutionException refused) {
            return Finding.bad(what, Mishaps.message(refused));
        } catch (java.io.IOException closing) {
            throw new java.io.UncheckedIOException(closing);
        }
    }

    private static Finding judged(String what, Object check) {
        if (check instanceof FasCheck fas) {
            return working(what, "logged in as " + fas.account().username(), fas.clockSkew());
        }
        if (check instanceof CaveCheck cave) {
            return working(what, "the token is that of " + cave.account().name(), cave.clockSkew());
        }
        if (check instanceof BadgrCheck badgr) {
            return badgr.issuers().isEmpty() ? Finding.bad(what, "the login works, but is on the staff of no issuer, so it can award nothing. Make it editor of the issuers.")
                    : working(what, "issues for " + String.join(", ", badgr.issuers().stream().map(issuer -> issuer.name()).toList()), badgr.clockSkew());
        }
        LearningLockerCheck locker = (LearningLockerCheck) check;
        return working(what, "logged in as client '" + locker.title() + "'", locker.clockSkew());
    }

    private static Finding working(String what, String detail, Optional<Duration> skew) {
        return skew.filter(by -> by.abs().compareTo(SKEW) > 0)
                .map(by -> Finding.bad(what, detail + ", but its clock differs by " + by.toSeconds() + " s. Set this machine's clock, or the server's, by NTP."))
                .orElse(Finding.good(what, detail));
    }

    /** Cloudspot has no call that only checks; what is known is how its accounts fared. */
    private Finding accounts(String what, Service service) {
        SourceStatus known = new Status(accolade.ledger().database()).sources(List.of(service.name())).stream()
                .filter(one -> one.source().equals(service.name())).findFirst().orElseThrow();
        String detail = "not asked, because Cloudspot has no call for that; " + known.accounts() + " accounts enrolled, " + known.refusedAccounts() + " refused";
        if (known.refusedAccounts() > 0) {
            return Finding.bad(what, detail + ". Log them in again: accolade token login " + service.name() + " --username EMAIL");
        }
        return Finding.good(what, known.accounts() > 0 ? detail : detail + ". Enrol some: accolade token login " + service.name() + " --username EMAIL");
    }
}
