package dev.accolade.service.cave;

import dev.accolade.service.http.Operation;

/** What {@code cave:} can do, by the name in the address. */
enum CaveOperation implements Operation {
    CHECK("check"),
    GROUPS("groups"),
    GROUP("group"),
    GROUP_USERS("groupUsers"),
    USERS("users"),
    USER("user"),
    USER_BY_EMAIL("userByEmail"),
    USER_GROUPS("userGroups"),
    USER_PERMISSIONS("userPermissions");

    /** The same names for the catalog, which needs a constant. */
    static final String NAMES = "check,groups,group,groupUsers,users,user,userByEmail,userGroups,userPermissions";

    private final String text;

    CaveOperation(String text) {
        this.text = text;
    }

    static CaveOperation of(String text) {
        return Operation.of(CaveOperation.class, "cave", text);
    }

    @Override
    public String text() {
        return text;
    }
}
