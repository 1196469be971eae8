package dev.accolade.service.cloudspot;

import java.util.List;
import java.util.stream.Stream;

/** What {@code cloudspot:} can do, by the name in the address. */
enum CloudspotOperation {
    AUTHENTICATE("authenticate"),
    PERMISSIONS("permissions"),
    COMPANY_PERMISSIONS("companyPermissions"),
    USER("user"),
    VALIDATE_IMPERSONATION("validateImpersonation");

    /** The same names for the catalog, which needs a constant. */
    static final String NAMES = "authenticate,permissions,companyPermissions,user,validateImpersonation";

    private final String text;

    CloudspotOperation(String text) {
        this.text = text;
    }

    static CloudspotOperation of(String text) {
        return Stream.of(values()).filter(one -> one.text.equals(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("cloudspot has no operation '" + text + "'; it has " + names() + "."));
    }

    static List<String> names() {
        return Stream.of(values()).map(one -> one.text).toList();
    }
}
