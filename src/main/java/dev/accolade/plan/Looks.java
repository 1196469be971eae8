package dev.accolade.plan;

import dev.accolade.model.Desired;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** How a badge or client looks, attribute by attribute, so that what is there can be held against what should be. */
public final class Looks {

    public static final String RECIPIENT = "recipient";
    public static final String KEY = "key";

    private Looks() {}

    /** What a grant is to look like; a time of issue only where one was asked for. */
    public static Map<String, String> of(Desired desired, String objectId) {
        return desired instanceof Desired.Badge badge ? of(badge) : of((Desired.Client) desired, objectId);
    }

    private static Map<String, String> of(Desired.Badge badge) {
        Map<String, String> looks = badge(badge.recipient().orElse(""), badge.narrative(), String.join("\n", badge.evidence()), badge.expires());
        badge.issuedOn().ifPresent(at -> looks.put("time of issue", at.toString()));
        return looks;
    }

    private static Map<String, String> of(Desired.Client client, String objectId) {
        return client(client.title(), client.authority().toString(), new TreeSet<>(client.scopes()), client.key(), objectId, true);
    }

    /** @param evidence addresses, one a line */
    public static Map<String, String> badge(String recipient, Optional<String> narrative, String evidence, Optional<Instant> expires) {
        return new TreeMap<>(Map.of(RECIPIENT, recipient, "narrative", narrative.orElse(""), "evidence", evidence, "end", expires.map(Instant::toString).orElse("")));
    }

    public static Map<String, String> client(String title, String authority, Set<String> scopes, String key, String store, boolean usable) {
        return new TreeMap<>(Map.of("title", title, "authority", authority, "scopes", new TreeSet<>(scopes).toString(), KEY, key, "store", store,
                "usable", usable ? "yes" : "no"));
    }

    /** The same with short digests for texts: enough to see that something changed, nothing to read. */
    public static Map<String, String> digests(Map<String, String> looks) {
        Map<String, String> digests = new TreeMap<>();
        looks.forEach((name, text) -> digests.put(name, digest(text)));
        return digests;
    }

    /** Names of the attributes that both tell and that differ, in order; an e-mail's case is no difference. */
    public static Set<String> differences(Map<String, String> expected, Map<String, String> there) {
        Predicate<String> same = name -> Objects.equals(expected.get(name), there.get(name))
                || name.equals(RECIPIENT) && expected.get(name).equalsIgnoreCase(there.get(name));
        Set<String> differ = new TreeSet<>(expected.keySet());
        differ.retainAll(there.keySet());
        differ.removeIf(same);
        return differ;
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)), 0, 8);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException("SHA-256 is missing from this Java", everyJavaHasIt);
        }
    }
}
