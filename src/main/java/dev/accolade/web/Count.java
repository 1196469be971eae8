package dev.accolade.web;

import java.util.Locale;

/** Numbers as people write them. */
public final class Count {

    private Count() {}

    /** {@code 1,234}. */
    public static String of(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 change}, {@code 2 changes}. */
    public static String of(long number, String one) {
        return of(number) + " " + one + (number == 1 ? "" : "s");
    }
}
