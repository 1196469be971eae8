package dev.accolade.service.fas;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people keep in FAS2 for applications: {@code asterisk, moin, myfedora, openid, yubikey, bugzilla}. Only they themselves and administrators
 * may. Failures as of {@link FasClient}; {@link AppException} {@code AuthorizationError} for somebody else's.
 */
public final class FasConfigs {

    private final FasCaller caller;

    FasConfigs(FasCaller caller) {
        this.caller = caller;
    }

    /** Empty when nothing is kept there; FAS2 looks in small letters, so what was kept under a name with capitals is never found. */
    public Optional<String> get(String username, String application, String attribute) {
        return Optional.ofNullable(like(username, application, attribute).get(attribute));
    }

    /** @param pattern of attributes; {@code *} stands for any text, {@code _} for one character */
    public FasMap<String, String> like(String username, String application, String pattern) {
        FasTree configs = new FasTree();
        FasQuestion question = FasQuestion.reading(path("list", username, application, pattern), List.of(), Map.of("configs", configs));
        caller.need(question);
        return caller.verdict().shaped(question, () -> {
            Map<String, String> values = new LinkedHashMap<>();
            for (Map.Entry<String, Object> entry : configs.object("configs").entrySet()) {
                if (!(entry.getValue() instanceof String) && entry.getValue() != null) {
                    throw FasJson.unexpected("a value is no text");
                }
                values.put(entry.getKey(), (String) entry.getValue());
            }
            return new FasMap<>(values);
        });
    }

    /** Keeps a value, in place of an earlier one; sent once. */
    public void set(String username, String application, String attribute, String value) {
        FasQuestion question = FasQuestion.writing(path("set", username, application, attribute), List.of(Map.entry("value", value)));
        FasVerdict verdict = caller.verdict();
        verdict.whole(question, verdict.unfailed(question, verdict.read(question, caller.changeWithoutRedirect(question))));
    }

    private static String path(String what, String username, String application, String attribute) {
        return "/config/" + what + "/" + FasQuestion.part("the user name", username) + "/" + FasQuestion.part("the application", application) + "/"
                + FasQuestion.part("the attribute", attribute);
    }
}
