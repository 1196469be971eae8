package dev.accolade.sandbox.cave;

import dev.accolade.sandbox.Answer;

/** A request that ends here, with the answer it gets. */
final class Halt extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    Halt(Answer answer) {
        super("ended with " + answer.status(), null, false, false);
        this.answer = answer;
    }

    /** The server stumbles. */
    static Halt stumbles() {
        return new Halt(Replies.page(500));
    }

    Answer answer() {
        return answer;
    }
}
