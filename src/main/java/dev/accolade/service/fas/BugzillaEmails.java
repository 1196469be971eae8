package dev.accolade.service.fas;

import java.util.HashMap;
import java.util.Map;

/**
 * The addresses by which Bugzilla knows people, where they differ from those in FAS2. The Python client has a list of its own built in; here it is
 * configuration.
 */
final class BugzillaEmails {

    private final Map<Long, String> byId = new HashMap<>();

    /**
     * @param text {@code number=address}, several separated by commas; null or empty for none
     * @throws IllegalArgumentException when it is not of this form
     */
    BugzillaEmails(String text) {
        for (String pair : text == null || text.isBlank() ? new String[0] : text.split(",")) {
            String[] halves = pair.strip().split("\\s*=\\s*", 2);
            if (halves.length < 2 || !halves[0].matches("\\d{1,18}") || !halves[1].contains("@")
                    || byId.put(Long.valueOf(halves[0]), halves[1]) != null) {
                throw new IllegalArgumentException("bugzillaEmails has pairs of number and address, as in 100029=name@example.org, "
                        + "separated by commas, "
                        + "no number twice");
            }
        }
    }

    /** Adds the address to somebody whose number and address are there. */
    void add(Map<String, Object> person) {
        Object own = person.get(FasColumn.EMAIL.word());
        Object mapped = byId.get(person.get(FasColumn.ID.word()));
        person.put(FasColumn.BUGZILLA_EMAIL, mapped == null ? own : mapped);
    }
}
