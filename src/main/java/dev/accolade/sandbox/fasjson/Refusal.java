package dev.accolade.sandbox.fasjson;

import dev.accolade.sandbox.Answer;

/** Ends a request early with an answer. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    final transient Answer answer;

    Refusal(Answer answer) {
        super("refused", null, false, false);
        this.answer = answer;
    }
}
