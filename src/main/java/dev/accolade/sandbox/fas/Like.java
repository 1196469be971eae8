package dev.accolade.sandbox.fas;

import java.util.regex.Pattern;

/** SQL's LIKE. */
final class Like {

    private Like() {
    }

    /** A regular expression for a pattern in which {@code %} stands for any text and {@code _} for one character. */
    static Pattern pattern(String like, boolean ignoreCase) {
        StringBuilder regex = new StringBuilder();
        for (char c : like.toCharArray()) {
            if (c == '%') {
                regex.append(".*");
            } else if (c == '_') {
                regex.append('.');
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL | (ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0));
    }
}
