package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.sandbox.badgr.Fields.Need;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** The fields that issuing and changing an assertion have in common. */
final class AssertionForm {

    private static final int FIRST_YEAR = 1583;

    final Fields fields;
    private final Optional<RecipientForm> recipient;
    private final Optional<Instant> issuedOn;
    private final Optional<Instant> expires;
    private final Optional<String> narrative;
    private final Optional<List<Evidence>> evidence;

    AssertionForm(JsonNode data, Instant now) {
        this.fields = new Fields(data);
        this.recipient = fields.value("recipient", Need.OPTIONAL).map(value -> RecipientForm.read(fields, value));
        this.issuedOn = fields.moment("issuedOn", Need.OPTIONAL);
        this.expires = fields.moment("expires", Need.NULLABLE);
        this.narrative = fields.markdown("narrative", Need.NULLABLE);
        this.evidence = Nested.list(fields, "evidence", AssertionForm::piece);
        fields.flag("notify", Need.OPTIONAL);
        checkIssuedOn(now);
    }

    private static Evidence piece(Fields item) {
        Evidence piece = new Evidence(item.url("url", Need.NULLABLE), item.markdown("narrative", Need.NULLABLE));
        if (item.errors.isEmpty() && piece.url().isEmpty() && piece.narrative().isEmpty()) {
            item.cross("Either url or narrative is required");
        }
        return piece;
    }

    private void checkIssuedOn(Instant now) {
        if (issuedOn.isPresent() && issuedOn.get().isAfter(now)) {
            fields.wrong("issuedOn", "Only issuedOn dates in the past are acceptable.");
        } else if (issuedOn.isPresent() && issuedOn.get().atOffset(ZoneOffset.UTC).getYear() < FIRST_YEAR) {
            fields.wrong("issuedOn", "Only issuedOn dates after the introduction of the Gregorian calendar are allowed.");
        }
    }

    Optional<RecipientForm> recipient() {
        return recipient;
    }

    /** Everything but the recipient; what was not sent stays. */
    void apply(Assertion assertion) {
        issuedOn.ifPresent(moment -> assertion.issuedOn = moment);
        if (fields.has("expires")) {
            assertion.expires = expires;
        }
        if (fields.has("narrative")) {
            assertion.narrative = narrative;
        }
        evidence.ifPresent(pieces -> assertion.evidence = new ArrayList<>(new LinkedHashSet<>(pieces)));
    }
}
