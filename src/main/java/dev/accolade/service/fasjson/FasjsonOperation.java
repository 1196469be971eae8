package dev.accolade.service.fasjson;

import dev.accolade.service.http.Operation;

/** What {@code fasjson:} can do, by the name in the address. */
enum FasjsonOperation implements Operation {
    CHECK("check"),
    GROUPS("groups"),
    MEMBERS("members"),
    SPONSORS("sponsors"),
    USERS("users"),
    USER("user"),
    GROUPS_OF_USER("groupsOfUser"),
    SEARCH_USERS("searchUsers"),
    ME("me");

    /** The same names for the catalog, which needs a constant. */
    static final String NAMES = "check,groups,members,sponsors,users,user,groupsOfUser,searchUsers,me";

    private final String text;

    FasjsonOperation(String text) {
        this.text = text;
    }

    static FasjsonOperation of(String text) {
        return Operation.of(FasjsonOperation.class, "fasjson", text);
    }

    @Override
    public String text() {
        return text;
    }
}
