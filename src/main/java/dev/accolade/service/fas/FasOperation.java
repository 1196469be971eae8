package dev.accolade.service.fas;

import java.util.List;
import java.util.stream.Stream;

/** What {@code fas:} can do, by the name in the address. */
enum FasOperation {
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
        return Stream.of(values()).filter(one -> one.text.equals(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("fas has no operation '" + text + "'; it has " + names() + "."));
    }

    static List<String> names() {
        return Stream.of(values()).map(one -> one.text).toList();
    }
}
