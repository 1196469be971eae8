package dev.accolade.ledger.view;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts in which no e-mail can be read whole. */
public final class Masked {

    private static final Pattern EMAIL = Pattern.compile("([^\\s@<>\"'():;,/=]{1,2})([^\\s@<>\"'():;,/=]*)@([^\\s@<>\"'():;,/=]+)");

    private Masked() {}

    /** Every e-mail in it becomes its first letter and its domain: {@code a…@example.org}. */
    public static String text(String text) {
        return text.indexOf('@') < 0 ? text : EMAIL.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
                found.group(1).substring(0, found.group(1).offsetByCodePoints(0, 1)) + "…@" + found.group(3)));
    }

    static Optional<String> text(Optional<String> text) {
        return text.map(Masked::text);
    }

    public static Map<String, String> texts(Map<String, String> texts) {
        Map<String, String> masked = new TreeMap<>();
        texts.forEach((name, value) -> masked.put(name, text(value)));
        return masked;
    }
}
