package dev.accolade.sandbox.bodhi;

import dev.accolade.sandbox.Answer;

/** Ends a request early with an answer. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    final transient Answer answer;

    private Refusal(Answer answer) {
        super("refused", null, false, false);
        this.answer = answer;
    }

    /** Of a parameter in the address. */
    static Refusal of(String parameter, String why) {
        return new Refusal(Replies.error(400, "querystring", parameter, why));
    }
}
