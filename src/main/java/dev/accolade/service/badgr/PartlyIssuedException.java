package dev.accolade.service.badgr;

import dev.accolade.service.badgr.IssueRow.Outcome;
import dev.accolade.service.http.ServiceException;
import java.util.List;

/** Not every award of a batch was issued; {@link #rows} tells what became of each. */
public class PartlyIssuedException extends ServiceException {

    private static final long serialVersionUID = 1L;

    private final transient List<IssueRow> rows;

    PartlyIssuedException(String connection, List<IssueRow> rows, ServiceException why) {
        super(turn(rows), effect(rows), why == null ? 0 : why.status().orElse(0), why == null ? null : why.retryAfter().orElse(null),
                connection + ": of " + rows.size() + " awards " + rows.stream().filter(IssueRow::isMade).count() + " were issued, "
                        + count(rows, Outcome.DUPLICATE) + " were held already, " + count(rows, Outcome.REFUSED) + " were refused, "
                        + count(rows, Outcome.NOT_MADE) + " were not made and of " + count(rows, Outcome.UNKNOWN) + " nobody knows"
                        + (why == null ? "" : " (" + why.getMessage() + ")") + ". Look at the rows; look before sending an unknown one again.", why);
        this.rows = List.copyOf(rows);
    }

    /** One for each award, in the order of the request. */
    public List<IssueRow> rows() {
        return rows;
    }

    private static long count(List<IssueRow> rows, Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }

    private static Turn turn(List<IssueRow> rows) {
        return count(rows, Outcome.UNKNOWN) + count(rows, Outcome.NOT_MADE) > 0 ? Turn.LATER : Turn.NEVER;
    }

    private static Effect effect(List<IssueRow> rows) {
        return rows.stream().anyMatch(row -> row.isMade() || row.outcome() == Outcome.UNKNOWN) ? Effect.POSSIBLE : Effect.NONE;
    }
}
