package dev.accolade.sandbox.community;

import java.util.List;
import java.util.Locale;

/** Names of generated people: by number, in several scripts, user names and addresses in ASCII. */
final class GeneratedNames {

    private record Name(String shown, String ascii) {
    }

    private static final List<Name> FIRST = List.of(new Name("Åsa", "asa"), new Name("Bogdan", "bogdan"), new Name("Chloé", "chloe"),
            new Name("Дарья", "darya"), new Name("Ebru", "ebru"), new Name("Félix", "felix"), new Name("Γιώργος", "giorgos"),
            new Name("Hana", "hana"),
            new Name("Ινώ", "ino"), new Name("Jónas", "jonas"), new Name("किरण", "kiran"), new Name("لينا", "lina"), new Name("明", "ming"));
    private static final List<Name> LAST = List.of(new Name("Andersson", "andersson"), new Name("Bătrânu", "batranu"), new Name("Čapek", "capek"),
            new Name("Díaz", "diaz"), new Name("Eriksen", "eriksen"), new Name("Фёдорова", "fyodorova"), new Name("गुप्ता", "gupta"),
            new Name("حسن", "hassan"),
            new Name("伊藤", "ito"), new Name("Jokinen", "jokinen"), new Name("김", "kim"));

    private GeneratedNames() {
    }

    static String username(int number) {
        return FIRST.get(number % FIRST.size()).ascii() + number;
    }

    static String fullName(int number) {
        return first(number) + " " + last(number);
    }

    static String first(int number) {
        return FIRST.get(number % FIRST.size()).shown();
    }

    static String last(int number) {
        return LAST.get(number % LAST.size()).shown();
    }

    static String email(int number) {
        return String.format(Locale.ROOT, "%s.%s%d@example.org", FIRST.get(number % FIRST.size()).ascii(),
                LAST.get(number % LAST.size()).ascii(), number);
    }
}
