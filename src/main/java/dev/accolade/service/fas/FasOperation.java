package dev.accolade.service.fas;

import dev.accolade.service.http.Operation;

/** What {@code fas:} can do, by the name in the address. */
enum FasOperation implements Operation {
    CHECK("check"),
    GROUP_DATA("groupData"),
    PEOPLE("people"),
    PERSON_BY_USERNAME("personByUsername"),
    PERSON_BY_ID("personById"),
    GROUP_BY_NAME("groupByName"),
    GROUP_BY_ID("groupById");

    /** The same names for the catalog, which needs a constant. */
    static final String NAMES = "check,groupData,people,personByUsername,personById,groupByName,groupById";

    private final String text;

    FasOperation(String text) {
        this.text = text;
    }

    static FasOperation of(String text) {
        return Operation.of(FasOperation.class, "fas", text);
    }

    @Override
    public String text() {
        return text;
    }
}
