package dev.accolade.service.fas;

/** Operations about people, as the connection's account sees them; personById also as a user sees them. */
final class PeopleOperations {

    private final FasClient client;
    private final boolean full;
    private final boolean asUser;

    PeopleOperations(FasClient client, boolean full, boolean asUser) {
        this.client = client;
        this.full = full;
        this.asUser = asUser;
    }

    @SuppressWarnings("deprecation")
    Object run(FasOperation operation, FasInput in) {
        return switch (operation) {
            case PERSON_BY_USERNAME -> byUsername(in.needed(FasConstants.USERNAME));
            case PERSON_BY_ID -> byId(in, in.number(FasConstants.PERSON_ID));
            case PEOPLE_BY_KEY -> client.directory().byKey(new PeopleSearch(in.given(FasConstants.KEY).orElse("username"),
                    in.given(FasConstants.SEARCH).orElse("*"), in.words(FasConstants.FIELDS)));
            case PEOPLE_BY_ID -> client.directory().byId();
            case PEOPLE_BY_GROUPNAME -> client.directory().byGroupname(in.needed(FasConstants.GROUP_NAME));
            case PEOPLE_QUERY -> client.query().rows(in.pairs(FasConstants.CONSTRAINTS), in.words(FasConstants.COLUMNS));
            case USER_ID -> client.directory().ids();
            case USER_DATA -> client.directory().data();
            default -> throw new IllegalArgumentException(operation.text() + " is not about people");
        };
    }

    private Object byUsername(String username) {
        return full ? client.people().wholeByUsername(username) : client.personByUsername(username);
    }

    /** Credentials that are meant but missing must not become the connection's own, which may see more. */
    private Object byId(FasInput in, long id) {
        if (asUser || in.hasCredentials()) {
            return client.visits().personById(in.credentials(), id);
        }
        return full ? client.people().wholeById(id) : client.personById(id);
    }
}
