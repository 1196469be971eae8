package dev.accolade.service.bodhi;

import dev.accolade.service.http.Operation;

/** What {@code bodhi:} can do, by the name in the address. */
enum BodhiOperation implements Operation {
    CHECK("check"),
    UPDATES("updates"),
    UPDATE("update"),
    USERS("users"),
    USER("user");

    /** The same names for the catalog, which needs a constant. */
    static final String NAMES = "check,updates,update,users,user";

    private final String text;

    BodhiOperation(String text) {
        this.text = text;
    }

    static BodhiOperation of(String text) {
        return Operation.of(BodhiOperation.class, "bodhi", text);
    }

    @Override
    public String text() {
        return text;
    }
}
