package dev.accolade.sandbox.cave;

/** Who may use a route, with the sentence for those who may not. */
enum Level {
    OPEN(""),
    ANY(""),
    SOME_ADMIN("Requires admin privilege."),
    GROUP_ADMIN("Requires group admin privilege."),
    DATASET_ADMIN("Requires dataset admin privilege."),
    SUPERADMIN("Requires superadmin privilege.");

    private final String refusal;

    Level(String refusal) {
        this.refusal = refusal;
    }

    String refusal() {
        return refusal;
    }

    /** Whether a user may; {@code subject} is the group or dataset in the path. */
    boolean admits(User user, int subject, Tables tables) {
        return switch (this) {
            case OPEN, ANY -> true;
            case SOME_ADMIN -> user.admin || user.serviceAccount() || user.groups.containsValue(true)
                    || tables.datasets.values().stream().anyMatch(dataset -> dataset.admins.contains(user.id));
            case GROUP_ADMIN -> user.admin || tables.membership(subject, user.id).orElse(false);
            case DATASET_ADMIN -> user.admin || tables.datasets.containsKey(subject) && tables.datasets.get(subject).admins.contains(user.id);
            case SUPERADMIN -> user.admin;
        };
    }
}
