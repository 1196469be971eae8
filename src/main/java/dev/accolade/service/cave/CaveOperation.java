package dev.accolade.service.cave;

import dev.accolade.service.http.Operation;

/** What {@code cave:} can do, by the name in the address. */
enum CaveOperation implements Operation {
    CHECK("check"),
    GET_GROUPS("getGroups"),
    GET_GROUP("getGroup"),
    GET_GROUP_USERS("getGroupUsers"),
    GET_USERS("getUsers"),
    GET_USER("getUser"),
    GET_USER_INFORMATION("getUserInformation"),
    GET_USER_BY_EMAIL("getUserByEmail"),
    GET_USER_GROUPS("getUserGroups"),
    GET_USER_PERMISSIONS("getUserPermissions"),
    GET_TOKENS("getTokens"),
    TOKEN("token", false),
    USE_TOKEN("useToken", false),
    REQUEST_HEADER("requestHeader", false),
    GET_TOKEN("getToken", false),
    GET_NEW_TOKEN("getNewToken", false),
    SETUP_TOKEN("setupToken", false),
    SAVE_TOKEN("saveToken", false);

    /** The same names for the catalog, which needs a constant. */
    static final String NAMES = "check,getGroups,getGroup,getGroupUsers,getUsers,getUser,getUserInformation,getUserByEmail,getUserGroups,"
            + "getUserPermissions,getTokens,token,useToken,requestHeader,getToken,getNewToken,setupToken,saveToken";

    private final String text;
    private final boolean asksServer;

    CaveOperation(String text) {
        this(text, true);
    }

    CaveOperation(String text, boolean asksServer) {
        this.text = text;
        this.asksServer = asksServer;
    }

    static CaveOperation of(String text) {
        return Operation.of(CaveOperation.class, "cave", text);
    }

    /** Whether it needs a token; the others care for tokens, and begin without one. */
    boolean asksServer() {
        return asksServer;
    }

    @Override
    public String text() {
        return text;
    }
}
