package dev.accolade.config;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * One setting there is.
 *
 * @param name     last part of the key: {@code url} of {@code source.fedora.url}; the whole key for settings of the program
 * @param purpose  what it is for, completing "is ..."
 * @param fallback value when it is not set; empty for none
 * @param required whether it must be set
 * @param secret   whether its value must never be shown
 * @param form     what a value must look like
 * @param instead  the setting that makes a required one unneeded; empty when nothing does
 */
public record Key(String name, String purpose, Optional<String> fallback, boolean required, boolean secret, Form form, Optional<String> instead) {

    /** What values look like. */
    public enum Form {
        TEXT("some text", value -> !value.isBlank()),
        ADDRESS("an address that begins with http:// or https://", Form::isAddress),
        DURATION("a length of time such as PT15M or P1D", Form::isDuration),
        COUNT("a whole number, 0 or more", value -> value.matches("\\d{1,9}")),
        PORT("a port, 0 to 65535", value -> value.matches("\\d{1,5}") && Integer.parseInt(value) <= 65_535),
        SHARE("a number between 0 and 1", value -> value.matches("0(\\.\\d+)?|1(\\.0+)?")),
        RATE("a number, 0 or more", value -> value.matches("\\d{1,6}(\\.\\d{1,6})?")),
        HOST_AND_PORT("a host name and a port, as proxy.example.org:3128", value -> value.matches("[\\w.-]+:\\d{1,5}") && isAddress("http://" + value)),
        ADDRESSES("IP addresses with commas between them", value -> value.matches("\\s*[0-9a-fA-F:.]+\\s*(,\\s*[0-9a-fA-F:.]+\\s*)*")),
        SWITCH("true or false", value -> value.matches("true|false")),
        CRON("a Quartz cron expression with six or seven fields", org.quartz.CronExpression::isValidExpression),
        CRON_OR_NEVER("a Quartz cron expression with six or seven fields, or never", value -> value.equals("never") || org.quartz.CronExpression.isValidExpression(value)),
        UNGUESSABLE("at least 16 letters, digits, - or _", value -> value.matches("[\\w-]{16,}")),
        KEY32("at least 16 characters", value -> value.length() >= 16);

        private final String sentence;
        private final Predicate<String> check;

        Form(String sentence, Predicate<String> check) {
            this.sentence = sentence;
            this.check = check;
        }

        String sentence() {
            return sentence;
        }

        boolean fits(String value) {
            return check.test(value);
        }

        private static boolean isAddress(String value) {
            try {
                java.net.URI address = new java.net.URI(value);
                return value.matches("https?://[^\\s/?#]+[^\\s?#]*") && address.getHost() != null && address.getUserInfo() == null && address.getPort() <= 65_535;
            } catch (java.net.URISyntaxException no) {
                return false;
            }
        }

        private static boolean isDuration(String value) {
            try {
                java.time.Duration duration = java.time.Duration.parse(value);
                return !duration.isNegative() && duration.toDays() <= 36_500;
            } catch (java.time.format.DateTimeParseException no) {
                return false;
            }
        }
    }

    static Key required(String name, Form form, String purpose) {
        return new Key(name, purpose, Optional.empty(), true, false, form, Optional.empty());
    }

    static Key secret(String name, String purpose) {
        return new Key(name, purpose, Optional.empty(), true, true, Form.TEXT, Optional.empty());
    }

    /** The same key, not needed where another one is set. */
    Key unless(String other) {
        return new Key(name, purpose, fallback, required, secret, form, Optional.of(other));
    }

    static Key optional(String name, Form form, String purpose) {
        return new Key(name, purpose, Optional.empty(), false, false, form, Optional.empty());
    }

    static Key optionalSecret(String name, Form form, String purpose) {
        return new Key(name, purpose, Optional.empty(), false, true, form, Optional.empty());
    }

    static Key withDefault(String name, Form form, String fallback, String purpose) {
        return new Key(name, purpose, Optional.of(fallback), false, false, form, Optional.empty());
    }
}
