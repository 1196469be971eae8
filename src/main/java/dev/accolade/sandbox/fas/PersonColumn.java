package dev.accolade.sandbox.fas;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** The 34 columns of an account, sorted by who may see them (docs/services/fas.md, data shapes). */
enum PersonColumn {
    ID(Sight.ANONYMOUS), USERNAME(Sight.ANONYMOUS), COMMENTS(Sight.ANONYMOUS), CREATION(Sight.ANONYMOUS), PRIVACY(Sight.ANONYMOUS),
    EMAIL(Sight.HIDDEN), CERTIFICATE_SERIAL(Sight.HIDDEN), LAST_SEEN(Sight.HIDDEN), STATUS(Sight.HIDDEN), STATUS_CHANGE(Sight.HIDDEN),
    HUMAN_NAME(Sight.PUBLIC), GPG_KEYID(Sight.PUBLIC), AFFILIATION(Sight.PUBLIC), LOCALE(Sight.PUBLIC), IRCNICK(Sight.PUBLIC),
    TIMEZONE(Sight.PUBLIC), LATITUDE(Sight.PUBLIC), LONGITUDE(Sight.PUBLIC), COUNTRY_CODE(Sight.PUBLIC),
    SSH_KEY(Sight.SELF), PASSWORD(Sight.SELF), PASSWORD_CHANGED(Sight.SELF), UNVERIFIED_EMAIL(Sight.SELF), POSTAL_ADDRESS(Sight.SELF),
    TELEPHONE(Sight.SELF), FACSIMILE(Sight.SELF), OLD_PASSWORD(Sight.SELF), SECURITY_QUESTION(Sight.SELF),
    PASSWORDTOKEN(Sight.ADMIN), EMAILTOKEN(Sight.ADMIN), INTERNAL_COMMENTS(Sight.ADMIN), ALIAS_ENABLED(Sight.ADMIN),
    SECURITY_ANSWER(Sight.ADMIN), IPA_SYNC_STATUS(Sight.ADMIN);

    private final Sight needs;
    private final String word = name().toLowerCase(Locale.ROOT);

    PersonColumn(Sight needs) {
        this.needs = needs;
    }

    String word() {
        return word;
    }

    Sight needs() {
        return needs;
    }

    static Optional<PersonColumn> of(String word) {
        for (PersonColumn column : values()) {
            if (column.word.equals(word)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    /** Writes name and value as this caller sees them. */
    void write(JsonGenerator out, FasPerson person, Caller caller) throws IOException {
        out.writeFieldName(word);
        if (caller.sees(person, this)) {
            writeValue(out, person);
        } else if (this == PASSWORD) {
            out.writeString("*");
        } else {
            out.writeNull();
        }
    }

    private void writeValue(JsonGenerator out, FasPerson person) throws IOException {
        switch (this) {
            case ID -> out.writeNumber(person.id);
            case USERNAME -> out.writeString(person.username);
            case CREATION, STATUS_CHANGE, PASSWORD_CHANGED -> out.writeString(PythonTime.text(person.creation));
            case PRIVACY -> out.writeBoolean(person.privacy);
            case EMAIL -> out.writeString(person.email);
            case CERTIFICATE_SERIAL -> out.writeNumber(person.certificateSerial);
            case LAST_SEEN -> out.writeString(PythonTime.text(person.lastSeen));
            case STATUS -> out.writeString(person.status);
            case HUMAN_NAME -> out.writeString(person.humanName);
            case PASSWORD -> out.writeString("$6$x$" + person.username);
            default -> writePlain(out, person);
        }
    }

    private void writePlain(JsonGenerator out, FasPerson person) throws IOException {
        JsonNode own = person.columns.get(word);
        if (own != null) {
            out.writeObject(own);
        } else if (this == COMMENTS) {
            out.writeString("");
        } else if (this == LOCALE) {
            out.writeString("C");
        } else if (this == TIMEZONE) {
            out.writeString("UTC");
        } else if (this == ALIAS_ENABLED) {
            out.writeBoolean(true);
        } else {
            out.writeNull();
        }
    }
}
