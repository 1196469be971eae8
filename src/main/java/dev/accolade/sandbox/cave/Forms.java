package dev.accolade.sandbox.cave;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Users and tokens as answers show them. */
final class Forms {

    private static final DateTimeFormatter HTTP = DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH);

    private Forms() {
    }

    /** Without address and admin flag. */
    static Map<String, Object> compact(User user) {
        Map<String, Object> form = new TreeMap<>();
        form.put("affiliations", affiliations(user));
        form.put("created", HTTP.format(user.created));
        form.put("id", user.id);
        form.put("name", user.publicName());
        form.put("pi", user.pi.orElse(null));
        form.put("service_account", user.serviceAccount());
        return form;
    }

    static Map<String, Object> full(User user, Tables tables) {
        Map<String, Object> form = compact(user);
        form.put("admin", user.admin);
        form.put("admin_datasets", tables.datasets.values().stream().filter(one -> one.admins.contains(user.id)).map(one -> named(one.id, one.name))
                .toList());
        form.put("email", user.email);
        form.put("gdpr_consent", user.gdprConsent);
        user.parent.ifPresent(parent -> {
            form.put("parent_id", parent);
            Optional.ofNullable(tables.users.get(parent)).ifPresent(one -> form.put("parent", compact(one)));
        });
        return form;
    }

    static Map<String, Object> named(int id, String name) {
        Map<String, Object> form = new TreeMap<>();
        form.put("id", id);
        form.put("name", name);
        return form;
    }

    /** An array holding one array, as the server has it for years. */
    static List<List<Map<String, Object>>> affiliations(User user) {
        return List.of(user.affiliations.stream().map(one -> {
            Map<String, Object> form = named(one.id(), one.name());
            one.start().ifPresent(start -> form.put("start", start));
            one.end().ifPresent(end -> form.put("end", end));
            return form;
        }).toList());
    }

    static Map<String, Object> token(Token token) {
        Map<String, Object> form = new TreeMap<>();
        form.put("created", time(token.created));
        form.put("description", token.description.orElse(null));
        form.put("id", token.id);
        form.put("last_used", token.lastUsed == null ? null : time(token.lastUsed));
        form.put("token", token.secret);
        form.put("updated", time(token.updated));
        form.put("user_id", token.user);
        return form;
    }

    private static String time(Instant instant) {
        return HTTP.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }
}
