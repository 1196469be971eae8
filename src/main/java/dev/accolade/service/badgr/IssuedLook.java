package dev.accolade.service.badgr;

import dev.accolade.service.badgr.IssueRow.Outcome;
import dev.accolade.service.http.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which awards of a batch are there, after nobody knows how it ended. */
final class IssuedLook {

    /** So that the addresses of one request stay below what servers take in a URL. */
    private static final int AT_ONCE = 25;
    /** Both clocks are told to the second. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(2);

    private final Api api;

    IssuedLook(Api api) {
        this.api = api;
    }

    /**
     * A row for each award that is there, revoked and expired ones included, if it was made since the request was sent. Where a second award is
     * not allowed, an older live one would have had Badgr refuse the batch, so it can only be what another has made meanwhile: it counts too.
     */
    List<IssueRow> at(List<IssueRequest> awards, Instant sent) {
        Instant since = sent.plus(api.wire().skew().orElse(Duration.ZERO)).minus(CLOCKS_DIFFER);
        Map<String, Assertion> newest = new HashMap<>();
        for (int from = 0; from < awards.size(); from += AT_ONCE) {
            read(awards.subList(from, Math.min(from + AT_ONCE, awards.size()))).stream().sorted(Comparator.comparing(Assertion::createdAt))
                    .forEach(one -> newest.put(one.recipientType() + " " + one.recipient(), one));
        }
        List<IssueRow> rows = new ArrayList<>();
        for (IssueRequest award : awards) {
            Optional.ofNullable(newest.get(award.recipient().type().text() + " " + award.recipient().identity()))
                    .filter(one -> !one.createdAt().isBefore(since) || !award.allowDuplicateAwards() && one.isLive(since))
                    .ifPresent(one -> rows.add(new IssueRow(award, Outcome.FOUND, Optional.of(one), "")));
        }
        return rows;
    }

    private List<Assertion> read(List<IssueRequest> awards) {
        Request request = Request.of("GET", "/v2/badgeclasses/" + Api.checked(awards.get(0).badgeClassId()) + "/assertions")
                .query("include_revoked", "1").query("include_expired", "1");
        for (IssueRequest award : awards) {
            request = request.query("recipient", award.recipient().identity());
        }
        List<Assertion> found = new ArrayList<>();
        api.pages(request.query("num", Api.PAGE_SIZE), BadgrJson::assertion, found::addAll);
        return found;
    }
}
