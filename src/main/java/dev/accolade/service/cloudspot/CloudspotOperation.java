package dev.accolade.service.cloudspot;

import dev.accolade.service.http.Operation;

/** What {@code cloudspot:} can do, by the name in the address. */
enum CloudspotOperation implements Operation {
    CHECK("check"),
    AUTHENTICATE("authenticate"),
    GET_USER("getUser"),
    GET_PERMISSIONS("getPermissions"),
    GET_COMPANY_PERMISSIONS("getCompanyPermissions"),
    VALIDATE_IMPERSONATION("validateImpersonation"),
    /** For consumers; the others are for producers. */
    EVENTS("events");

    /** The same names for the catalog, which needs a constant. */
    static final String NAMES = "check,authenticate,getUser,getPermissions,getCompanyPermissions,validateImpersonation,events";

    private final String text;

    CloudspotOperation(String text) {
        this.text = text;
    }

    static CloudspotOperation of(String text) {
        return Operation.of(CloudspotOperation.class, "cloudspot", text);
    }

    @Override
    public String text() {
        return text;
    }
}
