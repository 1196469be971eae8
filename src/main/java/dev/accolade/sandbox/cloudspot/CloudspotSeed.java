package dev.accolade.sandbox.cloudspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.sandbox.SeedNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a Cloudspot seed.
 *
 * <pre>
 * settings:       {unknownApplication: "empty" (default: nobody has permissions there) or "refuse", authenticateStatus: 200 (or 201),
 *                  account: "username" (default), "token" or "both", copies: 1, extraKeys: false, nullLists: false, oldProfile: false}
 * applications:   [{id, webhook: URL or null}]
 * companies:      [{id, name}]
 * users:          [{username, first_name, last_name, pin, password, active, tokens: {application: token},
 *                   grants: [{application, company_id, permissions: [slug]}]}]
 * impersonations: [{token, application, username, company_id}]
 * </pre>
 */
final class CloudspotSeed {

    private CloudspotSeed() {
    }

    /** @throws IllegalArgumentException naming the field that is wrong */
    static Licenses read(JsonNode json) {
        SeedNode seed = SeedNode.of(json);
        Licenses licenses = new Licenses();
        licenses.speak(Habits.USUAL.changed(seed.child("settings")));
        seed.items("applications").forEach(one -> licenses.application(one.text("id"), one.optional("webhook")));
        seed.items("companies").forEach(one -> licenses.company(one.text("id"), one.text("name")));
        seed.items("users").forEach(one -> user(licenses, one));
        for (SeedNode one : seed.items("impersonations")) {
            String username = one.text("username");
            licenses.account(username).orElseThrow(() -> one.wrong("username", "there is no user \"" + username + "\""));
            licenses.add(new Licenses.Impersonation(one.text("token"), one.text("application"), username, one.text("company_id")));
        }
        return licenses;
    }

    static Account user(Licenses licenses, SeedNode json) {
        Account account = new Account(json.text("username"));
        if (licenses.account(account.username).isPresent()) {
            throw json.wrong("username", "is there already");
        }
        account.firstName = json.optional("first_name").orElse("");
        account.lastName = json.optional("last_name").orElse("");
        account.pin = json.optional("pin").orElse(null);
        account.password = json.optional("password").orElse(null);
        account.active = json.flag("active", true);
        json.items("grants").forEach(grant -> licenses.grant(account, application(licenses, grant), company(licenses, grant), slugs(grant)));
        json.child("tokens").node().fields().forEachRemaining(entry -> licenses.give(account, entry.getKey(), entry.getValue().asText()));
        licenses.add(account);
        return account;
    }

    static String company(Licenses licenses, SeedNode json) {
        String id = json.text("company_id");
        return licenses.companyName(id).map(name -> id).orElseThrow(() -> json.wrong("company_id", "there is no company \"" + id + "\""));
    }

    static List<String> slugs(SeedNode json) {
        List<String> slugs = new ArrayList<>();
        for (JsonNode slug : json.list("permissions")) {
            if (!slug.isTextual()) {
                throw json.wrong("permissions", "has something other than text in it");
            }
            slugs.add(slug.textValue());
        }
        return slugs;
    }

    private static String application(Licenses licenses, SeedNode json) {
        String id = json.text("application");
        if (!licenses.knows(id)) {
            throw json.wrong("application", "there is no application \"" + id + "\"");
        }
        return id;
    }
}
