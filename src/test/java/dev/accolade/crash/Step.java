package dev.accolade.crash;

/** Where a process is killed. */
enum Step {

    MIGRATION("during migration", false),
    PULL("during pull", false),
    SEAL("during seal", false),
    PLAN("during plan", false),
    BEFORE_INTENT("before intent", true),
    AFTER_INTENT("after intent", true),
    /** The request has arrived and the server does nothing about it. */
    REQUEST_SENT("request sent", true),
    /** The server has done it and not answered with a single byte. */
    SERVER_ACTED("server acted", true),
    /** The server has done it and the connection broke; the process dies before it writes that down. */
    ANSWER_LOST("answer lost", true),
    /** The answer is there and nothing of it is written. */
    BEFORE_OUTCOME("before outcome", true),
    /** The outcome is written and not committed, or is being committed. */
    COMMIT("during ledger commit", true);

    final String words;
    /** Whether it belongs to one change, not to a run. */
    final boolean ofChange;

    Step(String words, boolean ofChange) {
        this.words = words;
        this.ofChange = ofChange;
    }

    /** Whether the sandbox does it, because only a server knows that it is there. */
    boolean seenByServer() {
        return this == REQUEST_SENT || this == SERVER_ACTED;
    }
}
