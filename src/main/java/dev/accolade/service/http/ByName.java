package dev.accolade.service.http;

import dev.accolade.service.http.ServiceException.Effect;
import dev.accolade.service.http.ServiceException.Turn;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the one thing that people name, in a service where names need not be unique.
 *
 * @param connection the name that messages use
 * @param kind       what is looked for, in the singular: {@code badge class}
 * @param place      where, for messages: {@code in issuer 'Fedora Project'}; may be empty
 * @param id         the service's id of a thing
 * @param name       its name; never null
 */
public record ByName<T>(String connection, String kind, String place, Function<T, String> id, Function<T, String> name) {

    private static final int SHOWN = 3;

    /**
     * The thing with this id, else the only one with exactly this name.
     *
     * @throws ServiceException for a person to act on, when there is none or there are several; it names what was found instead
     */
    public T one(String wanted, List<T> all) {
        List<T> found = all.stream().filter(thing -> id.apply(thing).equals(wanted)).toList();
        if (found.isEmpty()) {
            found = all.stream().filter(thing -> name.apply(thing).equals(wanted)).toList();
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new ServiceException(Turn.OPERATOR, Effect.NONE, 0, null, found.isEmpty() ? none(wanted, all) : several(wanted, found), null);
    }

    private String none(String wanted, List<T> all) {
        String nearest = all.stream().sorted(Comparator.comparingInt(thing -> distance(wanted, name.apply(thing)))).limit(SHOWN)
                .map(this::shown).collect(Collectors.joining(", "));
        return connection + ": no " + kind + where() + " is named '" + wanted + "' or has that id; "
                + (all.isEmpty() ? "there is none at all that this login may see." : all.size() + " seen, nearest: " + nearest + ".")
                + " Correct the name, or create it there.";
    }

    private String several(String wanted, List<T> found) {
        return connection + ": " + found.size() + " of kind " + kind + where() + " are named '" + wanted + "': "
                + found.stream().map(this::shown).collect(Collectors.joining(", ")) + ". Give the id of the one that is meant instead of its name.";
    }

    private String where() {
        return place.isEmpty() ? "" : " " + place;
    }

    private String shown(T thing) {
        return "'" + name.apply(thing) + "' (" + id.apply(thing) + ")";
    }

    /** The nearest of these texts, for "did you mean". */
    public static String nearest(String wanted, List<String> known) {
        return known.stream().min(Comparator.comparingInt(one -> distance(wanted, one))).orElse("");
    }

    /** How many letters must be put in, taken out or changed, case aside. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
