package dev.accolade.service.fas;

/** Operations about groups. */
final class GroupOperations {

    private final FasClient client;
    private final boolean full;

    GroupOperations(FasClient client, boolean full) {
        this.client = client;
        this.full = full;
    }

    Object run(FasOperation operation, FasInput in) {
        return switch (operation) {
            case GROUP_BY_NAME -> byName(in.needed(FasConstants.GROUP_NAME));
            case GROUP_BY_ID -> byId(in.number(FasConstants.GROUP_ID));
            case GROUP_MEMBERS -> client.groups().members(in.needed(FasConstants.GROUP_NAME));
            case CREATE_GROUP -> client.founding().create(in.body(FasNewGroup.class));
            default -> throw new IllegalArgumentException(operation.text() + " is not about groups");
        };
    }

    private Object byName(String name) {
        return full ? client.groups().wholeByName(name) : client.groupByName(name);
    }

    private Object byId(long id) {
        return full ? client.groups().wholeById(id) : client.groupById(id);
    }
}
