package dev.accolade.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.model.Authority;
import dev.accolade.plan.ClientKey;
import dev.accolade.sandbox.SandboxCredentials;
import dev.accolade.sandbox.community.Community;
import java.util.List;

/** The town as Accolade finds it: settlers with badges, writers with clients, and newcomers who have neither. */
record Seeds(Deserts deserts) {

    static final String COMPANY = "6e3b1c52-7a77-4c1e-8d7c-0d5f3a9b6c44";
    static final String STORE = "acc01ade0000000000000011";
    static final String HOME_PAGE = "https://town.example.org";
    static final String STRANGER = "stranger@example.org";

    JsonNode of(String service) {
        ObjectNode seed = (ObjectNode) Community.bare().seed(service);
        switch (service) {
            case "fas" -> fas(seed);
            case "cloudspot" -> cloudspot(seed);
            case "badgr" -> badgr(seed);
            case "learning-locker" -> deserts.oldWriters().forEach(user -> client(seed.withArray("clients").addObject(), user));
            default -> { }
        }
        return seed;
    }

    private void fas(ObjectNode seed) {
        ArrayNode people = seed.withArray("people");
        deserts.people().forEach(name -> people.addObject().put("username", name).put("human_name", "The " + name).put("email", deserts.written(name)));
        ArrayNode groups = seed.withArray("groups");
        ArrayNode settlers = groups.addObject().put("name", "settlers").put("group_type", "tracking").putArray("users");
        deserts.settlers().forEach(settlers::add);
        List.of("makers", "guests").forEach(name -> groups.addObject().put("name", name).put("group_type", "tracking").putArray("users"));
    }

    private void cloudspot(ObjectNode seed) {
        seed.withArray("companies").addObject().put("id", COMPANY).put("name", "Town Hall");
        deserts.writers().forEach(user -> {
            ObjectNode account = seed.withArray("users").addObject().put("username", user).put("first_name", "Some").put("last_name", "Body")
                    .put("password", SandboxCredentials.CLOUDSPOT_GENERATED_PASSWORD);
            if (deserts.oldWriters().contains(user)) {
                account.putArray("grants").addObject().put("application", SandboxCredentials.CLOUDSPOT_APPLICATION).put("company_id", COMPANY).putArray("permissions").add("use_app").add("write");
            }
        });
    }

    private void badgr(ObjectNode seed) {
        seed.withArray("users").addObject().put("email", STRANGER).put("verified", true).put("firstName", "A").put("lastName", "Stranger");
        ObjectNode issuer = seed.withArray("issuers").addObject().put("name", "Town").put("url", HOME_PAGE).put("email", SandboxCredentials.BADGR_USERNAME)
                .put("createdBy", SandboxCredentials.BADGR_USERNAME);
        issuer.putArray("staff").addObject().put("user", SandboxCredentials.BADGR_USERNAME).put("role", "owner");
        issuer.withArray("staff").addObject().put("user", STRANGER).put("role", "editor");
        ArrayNode classes = issuer.putArray("badgeClasses");
        ArrayNode held = classes.addObject().put("name", Deserts.SETTLER).put("description", "Was here first").putArray("assertions");
        deserts.settlers().forEach(name -> held.addObject().put("recipient", deserts.email(name))
                .put("createdBy", deserts.fromStrangers().contains(name) ? STRANGER : SandboxCredentials.BADGR_USERNAME));
        classes.addObject().put("name", Deserts.MAKER).put("description", "Makes things");
        classes.addObject().put("name", Deserts.GUEST).put("description", "Was here for some hours");
    }

    private static void client(ObjectNode client, String user) {
        client.put("title", user).put("organisation", "${org}").put("lrs_id", "${lrs}").put("isTrusted", true).putArray("scopes").add("statements/write");
        client.putObject("authority").put("objectType", "Agent").putObject("account").put("homePage", HOME_PAGE).put("name", user);
        client.putObject("api").put("basic_key", key(user)).put("basic_secret", "made-before");
    }

    /** Under which a writer's client is looked up. */
    static String key(String user) {
        return ClientKey.of(STORE, new Authority.Account(HOME_PAGE, user));
    }
}
