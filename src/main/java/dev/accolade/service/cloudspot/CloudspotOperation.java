package dev.accolade.service.cloudspot;

import dev.accolade.service.http.Operation;

/** What {@code cloudspot:} can do, by the name in the address. */
enum CloudspotOperation implements Operation {
    CHECK("check"),
    AUTHENTICATE("authenticate"),
    PERMISSIONS("permissions"),
    COMPANY_PERMISSIONS("companyPermissions"),
    USER("user"),
    VALIDATE_IMPERSONATION("validateImpersonation");

    /** The same names for the catalog, which needs a constant. */
    static final String NAMES = "check,authenticate,permissions,companyPermissions,user,validateImpersonation";

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
