package dev.accolade.service.fas;

import dev.accolade.service.http.Operation;

/** What {@code fas:} can do, by the name in the address. */
enum FasOperation implements Operation {
    CHECK("check", Topic.STREAMS),
    GROUP_DATA("groupData", Topic.STREAMS),
    PEOPLE("people", Topic.STREAMS),
    PERSON_BY_USERNAME("personByUsername", Topic.PEOPLE),
    PERSON_BY_ID("personById", Topic.PEOPLE),
    GROUP_BY_NAME("groupByName", Topic.GROUPS),
    GROUP_BY_ID("groupById", Topic.GROUPS),
    GROUP_MEMBERS("groupMembers", Topic.GROUPS),
    CREATE_GROUP("createGroup", Topic.GROUPS),
    PEOPLE_BY_KEY("peopleByKey", Topic.PEOPLE),
    PEOPLE_BY_ID("peopleById", Topic.PEOPLE),
    PEOPLE_BY_GROUPNAME("peopleByGroupname", Topic.PEOPLE),
    PEOPLE_QUERY("peopleQuery", Topic.PEOPLE),
    USER_ID("userId", Topic.PEOPLE),
    USER_DATA("userData", Topic.PEOPLE),
    GET_CONFIG("getConfig", Topic.ACCOUNTS),
    GET_CONFIGS_LIKE("getConfigsLike", Topic.ACCOUNTS),
    SET_CONFIG("setConfig", Topic.ACCOUNTS),
    USER_GENCERT("userGencert", Topic.ACCOUNTS),
    AVATAR_URL("avatarUrl", Topic.ACCOUNTS),
    GRAVATAR_URL("gravatarUrl", Topic.ACCOUNTS),
    VERIFY_PASSWORD("verifyPassword", Topic.VISITS),
    LOGIN("login", Topic.VISITS),
    LOGOUT("logout", Topic.VISITS),
    REFRESH_SESSION("refreshSession", Topic.VISITS),
    VERIFY_SESSION("verifySession", Topic.VISITS),
    USER_INFO("userInfo", Topic.VISITS),
    GROUP_LIST("groupList", Topic.VISITS);

    /** Who takes care of an operation. */
    enum Topic {
        STREAMS, GROUPS, PEOPLE, ACCOUNTS, VISITS
    }

    /** The same names for the catalog, which needs a constant. */
    static final String NAMES = "check,groupData,people,personByUsername,personById,groupByName,groupById,groupMembers,createGroup,peopleByKey,"
            + "peopleById,peopleByGroupname,peopleQuery,userId,"
            + "userData,getConfig,getConfigsLike,setConfig,userGencert,avatarUrl,gravatarUrl,verifyPassword,login,logout,refreshSession,"
            + "verifySession,userInfo,groupList";

    private final String text;
    private final Topic topic;

    FasOperation(String text, Topic topic) {
        this.text = text;
        this.topic = topic;
    }

    static FasOperation of(String text) {
        return Operation.of(FasOperation.class, "fas", text);
    }

    @Override
    public String text() {
        return text;
    }

    Topic topic() {
        return topic;
    }
}
