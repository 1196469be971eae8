package dev.accolade.sandbox.learninglocker;

import dev.accolade.sandbox.Answer;

/** A request that ends here, with the answer it gets. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    Refusal(Answer answer) {
        super("refused with " + answer.status(), null, false, false);
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }
}
