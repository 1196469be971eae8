package dev.accolade.rules;

import dev.accolade.model.Lifetime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads when a badge ends, and when it is renewed. */
final class ExpiryReader {

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    private final BiConsumer<Node, String> report;

    ExpiryReader(BiConsumer<Node, String> report) {
        this.report = report;
    }

    Optional<Expiry> expiry(YamlMap award) {
        Optional<String> expires = award.text("expires");
        Optional<Lifetime> renew = award.text("renew").flatMap(text -> renew(award, text));
        if (expires.isEmpty()) {
            award.get("renew").filter(node -> award.get("expires").isEmpty())
                    .ifPresent(node -> report.accept(node, "'renew' needs 'expires': what has no end is not renewed."));
            return Optional.empty();
        }
        Optional<Lifetime> lifetime = Lifetime.of(expires.get());
        Optional<Instant> at = lifetime.isPresent() ? Optional.empty() : time(expires.get());
        Node where = award.get("expires").orElseThrow();
        if (lifetime.isEmpty() && at.isEmpty()) {
            report.accept(where, "'" + expires.get() + "' is no end; write P1Y for a year after the award, P30D for thirty days, or a date such as 2027-06-30.");
            return Optional.empty();
        }
        if (at.isPresent() && award.get("renew").isPresent()) {
            report.accept(award.get("renew").orElseThrow(), "A badge that ends on a fixed date is not renewed; leave 'renew' out, or write 'expires' as a length of time.");
            return Optional.empty();
        }
        if (renew.isPresent() && !renew.get().isShorterThan(lifetime.orElseThrow())) {
            report.accept(award.get("renew").orElseThrow(), "'renew' must be shorter than 'expires', which is " + lifetime.get() + ".");
            return Optional.empty();
        }
        return Optional.of(new Expiry(lifetime, at, renew));
    }

    private Optional<Lifetime> renew(YamlMap award, String text) {
        Optional<Lifetime> renew = Lifetime.of(text);
        if (renew.isEmpty()) {
            report.accept(award.get("renew").orElseThrow(), "'" + text + "' is no length of time; write P30D for thirty days, P2M for two months.");
        }
        return renew;
    }

    /** A date means until its last second, in UTC. */
    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(text.indexOf('T') < 0 ? LocalDate.parse(text).atTime(END_OF_DAY).toInstant(ZoneOffset.UTC) : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
