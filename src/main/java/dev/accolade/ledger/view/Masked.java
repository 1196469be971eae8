package dev.accolade.ledger.view;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts in which no e-mail can be read whole, and which stay on their line: nobody's name can look like another line of what is shown. */
public final class Masked {

    private static final Pattern EMAIL = Pattern.compile("([^\\s@<>\"'():;,/=]{1,2})([^\\s@<>\"'():;,/=]*)@([^\\s@<>\"'():;,/=]+)");

    /** Line ends, other control characters (a terminal would obey them), and those that turn the direction of what follows. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]");

    private Masked() {}

    /** Every e-mail in it becomes its first letter and its domain, {@code a…@example.org}, and what cannot be seen a space. */
    public static String text(String said) {
        String text = UNSEEN.matcher(said).replaceAll(" ");
        return text.indexOf('@') < 0 ? text : EMAIL.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
                found.group(1).substring(0, found.group(1).offsetByCodePoints(0, 1)) + "…@" + found.group(3)));
    }

    /** Whether it would look the same on a line of its own as in the middle of a text. */
    public static boolean isOneLine(String text) {
        return !UNSEEN.matcher(text).find();
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
