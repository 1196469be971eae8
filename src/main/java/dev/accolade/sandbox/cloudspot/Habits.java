package dev.accolade.sandbox.cloudspot;

import dev.accolade.sandbox.SeedNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How this Cloudspot speaks: its versions differ, and later ones may say more.
 *
 * @param account    by what an event of changed permissions names the account: username, token or both
 * @param copies     how often each event is sent
 * @param extraKeys  whether answers and events have a key more than the packages know
 * @param nullLists  whether permissions come as null
 * @param oldProfile whether the profile names a company, as before version 1.0.0
 */
record Habits(String account, int copies, boolean extraKeys, boolean nullLists, boolean oldProfile) {

    static final Habits USUAL = new Habits("username", 1, false, false, false);

    /** @throws IllegalArgumentException naming the field that is wrong */
    Habits changed(SeedNode wanted) {
        String by = wanted.optional("account").orElse(account);
        if (!List.of("username", "token", "both").contains(by)) {
            throw wanted.wrong("account", "is \"username\", \"token\" or \"both\", not \"" + by + "\"");
        }
        return new Habits(by, wanted.number("copies", copies), wanted.flag("extraKeys", extraKeys), wanted.flag("nullLists", nullLists),
                wanted.flag("oldProfile", oldProfile));
    }

    /** The same object, with what later versions may add. */
    Map<String, Object> told(Map<String, ?> object) {
        Map<String, Object> told = new LinkedHashMap<>(object);
        if (extraKeys) {
            told.put("later_version", Map.of("says", List.of("more")));
        }
        return told;
    }

    /** A list, or what comes in its place. */
    Object list(List<?> items) {
        return nullLists ? null : items;
    }
}
