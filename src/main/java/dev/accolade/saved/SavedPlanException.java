package dev.accolade.saved;

/** A plan's file cannot be used or written: what is wrong, where, and what to do. Nothing was done then. */
public final class SavedPlanException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SavedPlanException(String message, Throwable cause) {
        super(message, cause);
    }

    public SavedPlanException(String message) {
        this(message, null);
    }
}
