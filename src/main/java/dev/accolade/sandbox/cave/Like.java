package dev.accolade.sandbox.cave;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The database's way of looking for a piece of text: in any case, with {@code %} for any signs and {@code _} for one. */
final class Like {

    private Like() {
    }

    static Predicate<String> containing(String piece) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < piece.length(); i++) {
            char sign = piece.charAt(i);
            if (sign == '\\' && i + 1 < piece.length()) {
                regex.append(Pattern.quote(String.valueOf(piece.charAt(++i))));
            } else {
                regex.append(sign == '%' ? ".*" : sign == '_' ? "." : Pattern.quote(String.valueOf(sign)));
            }
        }
        Pattern pattern = Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
        return text -> pattern.matcher(text).find();
    }
}
