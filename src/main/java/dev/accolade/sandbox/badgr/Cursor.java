package dev.accolade.sandbox.badgr;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a list.
 *
 * @param position time of the row next to the page
 * @param back     the page lies before that row, seen in the order of the list
 */
record Cursor(Instant position, boolean back) {

    private static final Pattern FORM = Pattern.compile("([pr])=(\\d{1,18})");

    String text() {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, position);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(((back ? "r=" : "p=") + micros).getBytes(StandardCharsets.US_ASCII));
    }

    static Cursor read(String text) {
        try {
            Matcher form = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII));
            if (form.matches()) {
                return new Cursor(Instant.EPOCH.plus(Long.parseLong(form.group(2)), ChronoUnit.MICROS), form.group(1).equals("r"));
            }
        } catch (IllegalArgumentException notBase64) {
            // answered below like any other text that is no cursor
        }
        throw Refusal.miscellaneous(404, "Invalid cursor");
    }
}
