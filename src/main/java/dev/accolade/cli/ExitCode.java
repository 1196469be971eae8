package dev.accolade.cli;

/** What a command's end says to a script. */
final class ExitCode {

    static final int OK = 0;
    /** The command could not do what was asked. */
    static final int FAILED = 1;
    /** {@code plan --detailed-exitcode}: changes wait. */
    static final int CHANGES_WAIT = 2;
    /** Done, but for some changes that were refused or whose end nobody knows. */
    static final int SOME_FAILED = 3;
    /** Done, but for what a limit holds until somebody approves it. */
    static final int HELD = 4;
    /** {@code plan}: targets would refuse some of it. */
    static final int WOULD_FAIL = 5;
    /** {@code verify}: something on a target differs from the ledger. */
    static final int DIFFERS = 6;
    /** Wrong options, settings or rules; nothing was started. */
    static final int USAGE = 64;

    private ExitCode() {}
}
