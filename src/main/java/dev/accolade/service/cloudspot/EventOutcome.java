package dev.accolade.service.cloudspot;

/** What a route made of an event of Cloudspot, and so what Cloudspot is answered. */
public enum EventOutcome {
    /** It is done. */
    UPDATED(200, "OBJECT_UPDATED"),
    /** There is a user more; the header with its id has to be there. */
    CREATED(200, "OBJECT_CREATED"),
    /** The user was there before. */
    EXISTS(400, "OBJECT_EXISTS"),
    /** Nobody here has this name. */
    USER_UNKNOWN(404, "NOT_FOUND"),
    /** No company here has this id. */
    COMPANY_UNKNOWN(404, "NOT_FOUND"),
    /** It was noted, and nothing follows from it. */
    RECEIVED(200, "RECEIVED");

    private final int status;
    private final String word;

    EventOutcome(int status, String word) {
        this.status = status;
        this.word = word;
    }

    int status() {
        return status;
    }

    String word() {
        return word;
    }

    /** What follows from the event itself, where the route says nothing. */
    static EventOutcome usual(CloudspotEvent event, boolean withId) {
        if (event instanceof CloudspotEvent.UserCreated) {
            return withId ? CREATED : RECEIVED;
        }
        return event instanceof CloudspotEvent.Unknown ? RECEIVED : UPDATED;
    }
}
