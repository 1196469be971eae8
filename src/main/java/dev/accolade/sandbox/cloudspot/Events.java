package dev.accolade.sandbox.cloudspot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The events of the webhook: envelope without id, time or signature. */
final class Events {

    private final Licenses licenses;
    private final Deliveries deliveries;

    Events(Licenses licenses, Deliveries deliveries) {
        this.licenses = licenses;
        this.deliveries = deliveries;
    }

    /** All slugs of one company and all companies of the user, not what changed. */
    void permissionsUpdated(Account account, String application, String company) {
        List<Map<String, Object>> companies = licenses.entries(account, application).stream()
                .map(entry -> pair("company_id", entry.company_id(), "company_name", entry.company_name())).toList();
        Map<String, Object> data = new LinkedHashMap<>();
        String by = licenses.habits().account();
        if (!by.equals("token")) {
            data.put("username", account.username);
        }
        if (!by.equals("username")) {
            data.put("token", licenses.token(account, application).orElse(""));
        }
        data.put("company_id", company);
        data.put("permissions", licenses.slugs(account, application, company));
        data.put("available_companies", companies);
        send(application, "permissions.updated", data);
    }

    void userCreated(Account account, String application, String licenseToken) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("user_email", account.username);
        data.put("user_first_name", account.firstName);
        data.put("user_last_name", account.lastName);
        data.put("user_pin", account.pin == null ? "" : account.pin);
        data.put("user_pwd", "x");
        data.put("license_token", licenseToken);
        send(application, "user.created", data);
    }

    void emailUpdated(Account account, String before, String application) {
        send(application, "user.email.updated", pair("current_email", before, "change_to_email", account.username));
    }

    void pinUpdated(Account account, String application) {
        send(application, "user.pin.updated", pair("user_username", account.username, "pin", account.pin == null ? "" : account.pin));
    }

    private static Map<String, Object> pair(String first, String one, String second, String other) {
        Map<String, Object> pair = new LinkedHashMap<>();
        pair.put(first, one);
        pair.put(second, other);
        return pair;
    }

    private void send(String application, String event, Map<String, Object> data) {
        Habits habits = licenses.habits();
        for (int copy = 0; copy < habits.copies(); copy++) {
            licenses.webhook(application).ifPresent(url -> deliveries.send(application, url, event, habits.told(data)));
        }
    }
}
