package dev.accolade.service.cloudspot;

/** An event that is not handed to the route. */
final class EventRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String word;

    /** @param word one of Cloudspot's status words, where it has one for this */
    EventRefused(int status, String word, String message) {
        super(message);
        this.status = status;
        this.word = word;
    }

    EventAnswer answer() {
        return EventAnswer.error(status, word, getMessage());
    }
}
