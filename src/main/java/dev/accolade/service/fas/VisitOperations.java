package dev.accolade.service.fas;

/** Operations that ask as the user whose credentials come with the exchange, never as the connection's account. */
final class VisitOperations {

    private final FasVisits visits;

    VisitOperations(FasVisits visits) {
        this.visits = visits;
    }

    Object run(FasOperation operation, FasInput in) {
        return switch (operation) {
            case LOGIN -> visits.login(in.passwordOnly());
            case LOGOUT -> logout(in);
            case REFRESH_SESSION -> visits.refresh(in.sessionOnly());
            case VERIFY_SESSION -> visits.verify(in.sessionOnly());
            case VERIFY_PASSWORD -> visits.verify(in.passwordOnly());
            case USER_INFO -> visits.userInfo(in.credentials());
            case GROUP_LIST -> visits.groupList(in.credentials());
            default -> throw new IllegalArgumentException(operation.text() + " is not asked as a user");
        };
    }

    private Object logout(FasInput in) {
        visits.logout(in.sessionOnly());
        return null;
    }
}
