package dev.accolade.sandbox.badgr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Chooses the media type of an answer as the server does: by how exact a wish is, then in its own order; {@code q} counts for nothing. */
final class Media {

    static final String JSON_LD = "application/ld+json";
    static final String JSON = "application/json";
    static final String HTML = "text/html";

    private static final List<String> OFFERED = List.of(JSON_LD, JSON, HTML);

    private Media() {
    }

    /** Empty when nothing that is wanted can be served. */
    static Optional<String> choose(Optional<String> accept) {
        List<String> wishes = wishes(accept.orElse("*/*"));
        for (int exactness = 2; exactness >= 0; exactness--) {
            for (String offer : OFFERED) {
                for (String wish : wishes) {
                    if (exactness(wish) == exactness && matches(wish, offer)) {
                        return Optional.of(offer);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Public pages lead people to the web interface as soon as HTML is mentioned at all. */
    static boolean mentionsHtml(Optional<String> accept) {
        return accept.map(text -> text.toLowerCase(Locale.ROOT).contains(HTML)).orElse(false);
    }

    private static List<String> wishes(String accept) {
        List<String> wishes = new ArrayList<>();
        for (String wish : accept.split(",")) {
            wishes.add(wish.split(";")[0].strip().toLowerCase(Locale.ROOT));
        }
        wishes.removeIf(String::isEmpty);
        wishes.sort(Comparator.comparingInt(Media::exactness).reversed());
        return wishes.isEmpty() ? List.of("*/*") : wishes;
    }

    private static int exactness(String wish) {
        return wish.equals("*/*") ? 0 : wish.endsWith("/*") ? 1 : 2;
    }

    private static boolean matches(String wish, String offer) {
        return wish.equals("*/*") || wish.equals(offer) || wish.endsWith("/*") && offer.startsWith(wish.substring(0, wish.length() - 1));
    }
}
