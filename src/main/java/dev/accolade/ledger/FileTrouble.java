package dev.accolade.ledger;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;

/** What can befall the ledger's file, and what that means for whoever runs Accolade. */
enum FileTrouble {

    /** No room, or a write that the disk did not take. */
    FULL("could not be written, because its disk is full", "Nothing is sent to a target that is not written down first, so nothing is lost. Make room on the disk; then Accolade goes on by itself."),
    /** Somebody holds the file longer than anybody of Accolade does. */
    LOCKED("is held by another program for more than a minute", "Nothing was written. Let that program (a backup, an editor for databases) finish or end it; then Accolade goes on by itself."),
    /** What is in the file is no longer what was written. */
    DAMAGED("is damaged", "Nothing more is written to it, and nothing is sent to any target. Stop Accolade and put back a backup of the ledger and its key file. Without one, move the file away: "
            + "a new ledger first looks at what is on the targets and adopts it."),
    /** Not even its first page is that of a ledger. */
    NO_LEDGER("cannot be used", "Nothing was started. Check that it is a ledger of this or an older version."),
    /** The disk or the rights do not allow it. */
    UNWRITABLE("cannot be written or read", "Nothing was written. See to the disk, and to the rights of the user that runs Accolade; then it goes on by itself.");

    private final String what;
    private final String next;

    FileTrouble(String what, String next) {
        this.what = what;
        this.next = next;
    }

    /** Empty when the exception tells of something else than the file. */
    static Optional<FileTrouble> in(Throwable thrown) {
        return sql(thrown).flatMap(cause -> {
            int code = cause.getErrorCode();
            SQLiteErrorCode kind = SQLiteErrorCode.getErrorCode(code & 0xff);
            return Optional.ofNullable(switch (kind) {
                case SQLITE_FULL -> FULL;
                case SQLITE_BUSY, SQLITE_LOCKED -> LOCKED;
                case SQLITE_CORRUPT -> DAMAGED;
                case SQLITE_NOTADB -> NO_LEDGER;
                case SQLITE_IOERR -> code == SQLiteErrorCode.SQLITE_IOERR_WRITE.code ? FULL : UNWRITABLE;
                case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM -> UNWRITABLE;
                default -> null;
            });
        });
    }

    LedgerException exception(Path file, Throwable cause) {
        return new LedgerException("The ledger " + file + " " + what + sql(cause).map(sql -> " (" + sql.getMessage() + ")").orElse("") + ". " + next, cause);
    }

    private static Optional<SQLException> sql(Throwable thrown) {
        for (Throwable one = thrown; one != null; one = one.getCause()) {
            if (one instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }
}
