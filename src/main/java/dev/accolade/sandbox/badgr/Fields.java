package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The fields of a request body, read one by one while their errors are gathered. */
final class Fields {

    /** The key of errors that concern more than one field. */
    static final String CROSSING = "non_field_errors";

    private static final Set<String> YES = Set.of("t", "T", "y", "Y", "yes", "YES", "true", "True", "TRUE", "on", "On", "ON", "1");
    private static final Set<String> NO = Set.of("f", "F", "n", "N", "no", "NO", "false", "False", "FALSE", "off", "Off", "OFF", "0");

    /** Whether a field has to be there, and whether it may be null. */
    enum Need { REQUIRED, OPTIONAL, NULLABLE }

    final JsonNode data;
    final ObjectNode errors = Json.object();

    Fields(JsonNode data) {
        this.data = data;
        if (data.isNull()) {
            cross("No data provided");
        } else if (!data.isObject()) {
            cross("Invalid data. Expected a dictionary, but got " + Json.typeName(data) + ".");
        }
    }

    boolean has(String name) {
        return data.has(name);
    }

    boolean isNull(String name) {
        return data.path(name).isNull();
    }

    void wrong(String name, String message) {
        errors.set(name, Json.texts(message));
    }

    void wrong(String name, JsonNode error) {
        errors.set(name, error);
    }

    void cross(String message) {
        errors.withArray(CROSSING).add(message);
    }

    void unknownEntity(String name, String id) {
        wrong(name, "Invalid entity_id \"" + id + "\" - object does not exist.");
    }

    /** Throws the errors gathered so far, if there are any. */
    void check() {
        if (!errors.isEmpty()) {
            throw Refusal.form(errors);
        }
    }

    /** The value where there is one to look at; notes an error where a required one is absent or null is not allowed. */
    Optional<JsonNode> value(String name, Need need) {
        JsonNode value = data.path(name);
        if (value.isMissingNode()) {
            if (need == Need.REQUIRED && data.isObject()) {
                wrong(name, "This field is required.");
            }
            return Optional.empty();
        }
        if (value.isNull()) {
            if (need != Need.NULLABLE) {
                wrong(name, "This field may not be null.");
            }
            return Optional.empty();
        }
        return Optional.of(value);
    }

    /** Text without blanks around it; blank is an error. */
    Optional<String> text(String name, Need need, int longest) {
        return value(name, need).flatMap(value -> {
            if (!value.isTextual() && !value.isNumber()) {
                wrong(name, "Not a valid string.");
                return Optional.empty();
            }
            String text = value.asText().strip();
            if (text.isEmpty()) {
                wrong(name, "This field may not be blank.");
            } else if (text.length() > longest) {
                wrong(name, "Ensure this field has no more than " + longest + " characters.");
            } else {
                return Optional.of(text);
            }
            return Optional.empty();
        });
    }

    /** Text from which HTML tags are taken out. */
    Optional<String> untagged(String name, Need need, int longest) {
        return text(name, need, longest).map(text -> text.replaceAll("<[^>]*>", ""));
    }

    /** Markdown, in which pictures are refused. */
    Optional<String> markdown(String name, Need need) {
        return checked(name, text(name, need, Integer.MAX_VALUE), text -> !text.contains("!["), "Images not supported in markdown");
    }

    Optional<String> email(String name, Need need) {
        return checked(name, text(name, need, 255), Identifiers::isEmail, "Enter a valid email address.");
    }

    Optional<String> url(String name, Need need) {
        return checked(name, text(name, need, 1024), Identifiers::isUrl, "Enter a valid URL.");
    }

    Optional<String> choice(String name, Need need, List<String> choices) {
        return value(name, need).map(JsonNode::asText).flatMap(text -> {
            if (!choices.contains(text)) {
                wrong(name, "\"" + text + "\" is not a valid choice.");
            }
            return Optional.of(text).filter(choices::contains);
        });
    }

    Optional<Boolean> flag(String name, Need need) {
        return value(name, need).flatMap(value -> {
            String text = value.isBoolean() || value.isIntegralNumber() || value.isTextual() ? value.asText() : "";
            if (YES.contains(text) || NO.contains(text)) {
                return Optional.of(YES.contains(text));
            }
            wrong(name, "\"" + value.asText() + "\" is not a valid boolean.");
            return Optional.empty();
        });
    }

    Optional<Instant> moment(String name, Need need) {
        return value(name, need).flatMap(value -> {
            Optional<Instant> moment = value.isTextual() ? Moments.read(value.textValue()) : Optional.empty();
            if (moment.isEmpty()) {
                wrong(name, "Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].");
            }
            return moment;
        });
    }

    /**
     * Extensions can only be empty: others the server checks against a document from the internet, which it cannot reach. That ends in a 500,
     * unless a field is wrong.
     */
    void extensions() {
        Optional<JsonNode> extensions = value("extensions", Need.OPTIONAL);
        if (extensions.isPresent() && !extensions.get().isObject()) {
            wrong("extensions", "Expected a dictionary of items but got type \"" + Json.typeName(extensions.get()) + "\".");
        } else if (extensions.isPresent() && !extensions.get().isEmpty() && errors.isEmpty()) {
            throw Refusal.serverError();
        }
    }

    /** A new picture; empty when absent, null, or an address, which means "keep the present one". */
    Optional<Picture> picture(String name, String shelf) {
        Optional<JsonNode> value = value(name, Need.NULLABLE);
        String text = value.filter(JsonNode::isTextual).map(JsonNode::textValue).orElse("");
        if (value.isEmpty() || text.startsWith("http://") || text.startsWith("https://")) {
            return Optional.empty();
        }
        if (!text.startsWith("data:")) {
            wrong(name, "The submitted data was not a file. Check the encoding type on the form.");
            return Optional.empty();
        }
        Optional<Picture> picture = Picture.read(text, shelf);
        if (picture.isEmpty()) {
            wrong(name, "Invalid image.");
        }
        return picture;
    }

    private Optional<String> checked(String name, Optional<String> text, Predicate<String> rule, String message) {
        if (text.isPresent() && !rule.test(text.get())) {
            wrong(name, message);
            return Optional.empty();
        }
        return text;
    }
}
