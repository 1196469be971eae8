package dev.accolade.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name somebody probably meant. */
public final class Nearest {

    private Nearest() {}

    /** The closest of the known names; empty when none is close enough to be a slip. */
    public static Optional<String> to(String written, Collection<String> known) {
        return known.stream().min(Comparator.comparingInt(name -> distance(written, name)))
                .filter(name -> distance(written, name) <= Math.max(2, written.length() / 3));
    }

    /** A closing sentence for a message: what is known, the nearest first. */
    public static String hint(String written, Collection<String> known) {
        String near = to(written, known).map(name -> "did you mean '" + name + "'? ").orElse("");
        return near + (known.isEmpty() ? "none is known" : "known: " + String.join(", ", known.stream().sorted().limit(20).toList()));
    }

    /** Levenshtein distance, case ignored. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], above) + 1, diagonal + change);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
