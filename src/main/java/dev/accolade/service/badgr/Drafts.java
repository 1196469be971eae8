package dev.accolade.service.badgr;

/** What all drafts check. */
final class Drafts {

    private Drafts() {
    }

    static void need(String field, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(field + " is missing, and Badgr needs it");
        }
    }
}
