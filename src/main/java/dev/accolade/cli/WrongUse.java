package dev.accolade.cli;

/** What was asked for cannot be done this way; nothing was started, and the message says what to change. */
public final class WrongUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WrongUse(String message) {
        super(message);
    }
}
