package dev.accolade.sandbox.community;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;

/**
 * People, groups, badge classes and stores that fit together, as seeds for the stand-ins.
 *
 * <p>How to log in everywhere: {@link dev.accolade.sandbox.SandboxCredentials}.
 */
public final class Community {

    /** The services a community has a seed for. */
    public static final List<String> SERVICES = List.of("fas", "cave", "cloudspot", "badgr", "learning-locker", "fasjson", "bodhi");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Function<String, JsonNode> seeds;

    private Community(Function<String, JsonNode> seeds) {
        this.seeds = seeds;
    }

    /**
     * About eighty people made by hand: names in many scripts, a bot, somebody without e-mail, an application that waits for approval, people
     * with the same address in another case elsewhere.
     */
    public static Community sample() {
        return new Community(Community::sampleSeed);
    }

    /**
     * Many people, the same ones for the same numbers.
     *
     * @param people accounts in FAS besides the sync's own; at least 1
     * @param groups FAS groups besides {@code accounts}; at least 1
     */
    public static Community generated(int people, int groups) {
        Generated generated = new Generated(people, groups);
        return new Community(generated::seed);
    }

    /** Nobody but the accounts that programs log in with, and what these need: services that are empty but can be used. */
    public static Community bare() {
        return new Community(service -> Bare.of(service, (ObjectNode) sampleSeed(service)));
    }

    /**
     * The state to load into a stand-in; a fresh copy each time.
     *
     * @throws IllegalArgumentException for a service that is not in {@link #SERVICES}
     */
    public JsonNode seed(String service) {
        if (!SERVICES.contains(service)) {
            throw new IllegalArgumentException("A community has no seed for " + service + "; it has " + SERVICES + ".");
        }
        return switch (service) {
            case "fasjson" -> SameAccounts.fasjson(seeds.apply("fas"));
            case "bodhi" -> SameAccounts.bodhi(seeds.apply("fas"));
            default -> seeds.apply(service);
        };
    }

    static JsonNode sampleSeed(String service) {
        try (InputStream json = Community.class.getResourceAsStream("sample-" + service + ".json")) {
            return JSON.readTree(json);
        } catch (IOException damaged) {
            throw new UncheckedIOException("the sample's seed of " + service + " cannot be read", damaged);
        }
    }
}
