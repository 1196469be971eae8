package dev.accolade.service.cave;

import java.util.List;
import java.util.stream.Stream;

/** What {@code cave:} can do, by the name in the address. */
enum CaveOperation {
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
        return Stream.of(values()).filter(one -> one.text.equals(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("cave has no operation '" + text + "'; it has " + names() + "."));
    }

    static List<String> names() {
        return Stream.of(values()).map(one -> one.text).toList();
    }
}
