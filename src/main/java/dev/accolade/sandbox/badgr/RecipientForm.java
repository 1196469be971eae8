package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.sandbox.badgr.Fields.Need;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A recipient as sent.
 *
 * @param identity the text as sent, before anything is lower-cased
 */
record RecipientForm(String identity, String type, boolean hashed) {

    private static final List<String> TYPES = List.of("email", "url", "openBadgeId", "telephone");
    private static final int LONGEST = 768;

    /** Notes what is wrong under {@code recipient}. */
    static RecipientForm read(Fields fields, JsonNode value) {
        Fields item = new Fields(value);
        Optional<String> identity = item.text("identity", Need.REQUIRED, LONGEST);
        String type = item.choice("type", Need.OPTIONAL, TYPES).orElse("email");
        boolean hashed = item.flag("hashed", Need.NULLABLE).orElse(type.equals("email") || type.equals("telephone"));
        if (item.errors.isEmpty()) {
            complaint(identity.orElse(""), type).ifPresent(item::cross);
        }
        if (!item.errors.isEmpty()) {
            fields.wrong("recipient", item.errors);
        }
        return new RecipientForm(identity.orElse(""), type, hashed);
    }

    private static Optional<String> complaint(String identity, String type) {
        return switch (type) {
            case "email" -> Identifiers.isEmail(identity) ? Optional.empty() : Optional.of("Enter a valid email address.");
            case "telephone" -> Identifiers.isTelephone(identity) ? Optional.empty() : Optional.of("Enter a valid telephone number.");
            default -> Identifiers.isUrl(identity) ? Optional.empty() : Optional.of("Enter a valid URL.");
        };
    }

    /** As an update stores it: upper case stays. */
    Recipient asSent() {
        return Recipient.of(identity, type, hashed);
    }

    /** As issuing stores it: e-mail in lower case, of a URL only the host. */
    Recipient normalised() {
        return switch (type) {
            case "email" -> Recipient.of(identity.toLowerCase(Locale.ROOT), type, hashed);
            case "url" -> Recipient.of(Identifiers.urlWithLowerHost(identity).orElse(identity), type, hashed);
            default -> asSent();
        };
    }

    @Override
    public String toString() {
        return "RecipientForm[" + type + "]";
    }
}
