package dev.accolade.service.fas;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The columns of an account, in the order in which the Python client asks for them; the last three it never asks for (docs/services/fas.md). */
enum FasColumn {
    AFFILIATION, CERTIFICATE_SERIAL(Long.class), COMMENTS, COUNTRY_CODE, CREATION, EMAIL, EMAILTOKEN, FACSIMILE, GPG_KEYID, HUMAN_NAME,
    ID(Long.class), INTERNAL_COMMENTS, IRCNICK, LATITUDE(Number.class), LAST_SEEN, LONGITUDE(Number.class), PASSWORD, PASSWORD_CHANGED,
    PASSWORDTOKEN, POSTAL_ADDRESS, PRIVACY(Boolean.class), LOCALE, SSH_KEY, STATUS, STATUS_CHANGE, TELEPHONE, UNVERIFIED_EMAIL, TIMEZONE,
    USERNAME, SECURITY_QUESTION, SECURITY_ANSWER,
    ALIAS_ENABLED(Boolean.class), OLD_PASSWORD, IPA_SYNC_STATUS;

    /** Added on this side: the address that Bugzilla knows the person by. */
    static final String BUGZILLA_EMAIL = "bugzilla_email";

    private final Class<?> type;

    FasColumn() {
        this(String.class);
    }

    FasColumn(Class<?> type) {
        this.type = type;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The names that may be asked for in a list of people. */
    static List<String> asked() {
        return Arrays.stream(values()).filter(column -> column.compareTo(ALIAS_ENABLED) < 0).map(FasColumn::word).toList();
    }

    /**
     * Sees to it that the account has the needed columns, and that each known one is of its type or null.
     *
     * @param needed never null in what FAS2 sends
     */
    static void check(Map<String, Object> account, FasColumn... needed) throws UnexpectedAnswer {
        List<FasColumn> present = List.of(needed);
        Predicate<FasColumn> wrong = column -> {
            Object value = account.get(column.word());
            return value == null ? present.contains(column) : !column.type.isInstance(value);
        };
        Optional<FasColumn> odd = Arrays.stream(values()).filter(wrong).findFirst();
        if (odd.isPresent()) {
            throw FasJson.unexpected("a person's " + odd.get().word() + " is missing or not what FAS2 sends there");
        }
    }
}
