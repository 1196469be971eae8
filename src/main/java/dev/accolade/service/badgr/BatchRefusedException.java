package dev.accolade.service.badgr;

import dev.accolade.service.http.ServiceException;
import java.util.List;

/** Badgr refused a batch as a whole and told which of its items it does not accept; nothing was issued. */
final class BatchRefusedException extends ServiceException {

    private static final long serialVersionUID = 1L;

    /** What Badgr found in one item. */
    enum Verdict { GOOD, DUPLICATE, REFUSED }

    private final transient List<Verdict> verdicts;

    BatchRefusedException(ServiceException refused, List<Verdict> verdicts) {
        super(refused.turn(), refused.effect(), 400, null, refused.getMessage(), refused);
        this.verdicts = List.copyOf(verdicts);
    }

    /** One for each item that Badgr named, in the order of the request. */
    List<Verdict> verdicts() {
        return verdicts;
    }
}
