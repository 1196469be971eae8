package dev.accolade.service.badgr;

import dev.accolade.service.badgr.BatchRefusedException.Verdict;
import dev.accolade.service.badgr.IssueRow.Outcome;
import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.Request;
import dev.accolade.service.http.ServiceException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Awarding badges, one or a batch. Source: docs/services/badgr.md, section 7. */
final class Awards {

    private static final int MOST_AWARDS = 100;

    private final Api api;
    private final IssuedLook look;
    private final Clock clock;

    Awards(Api api, Clock clock) {
        this.api = api;
        this.look = new IssuedLook(api);
        this.clock = clock;
    }

    Assertion issue(IssueRequest award) {
        Request request = Api.json("POST", "/v2/badgeclasses/" + Api.checked(award.badgeClassId()) + "/assertions", Bodies.issue(award));
        return api.one(request, BadgrJson::assertion);
    }

    /**
     * One row for each award, in the same order.
     *
     * @throws ServiceException when Badgr refused the batch as a whole for a reason of no item (right, login, restraint); nothing was made then
     */
    List<IssueRow> issueAll(List<IssueRequest> awards, Failures failures) {
        check(awards);
        List<IssueRow> rows = new ArrayList<>(awards.size());
        send(awards, rows, failures);
        return awards.stream().map(award -> rows.stream().filter(row -> row.request() == award).findFirst().orElseThrow()).toList();
    }

    /** The last failure that left an award without a known end. */
    static final class Failures {

        private ServiceException last;

        Optional<ServiceException> last() {
            return Optional.ofNullable(last);
        }
    }

    private void send(List<IssueRequest> awards, List<IssueRow> rows, Failures failures) {
        if (awards.isEmpty()) {
            return;
        }
        Instant before = clock.instant();
        try {
            List<Assertion> made = sent(awards);
            for (int i = 0; i < made.size(); i++) {
                rows.add(new IssueRow(awards.get(i), Outcome.ISSUED, Optional.of(made.get(i)), ""));
            }
        } catch (ServiceException failed) {
            failures.last = failed;
            after(failed, awards, before, rows, failures);
        }
    }

    private void after(ServiceException failed, List<IssueRequest> awards, Instant before, List<IssueRow> rows, Failures failures) {
        if (failed instanceof BatchRefusedException refused) {
            withoutTheRefused(awards, refused, rows, failures);
        } else if (failed.status().equals(OptionalInt.of(400)) && failed.turn() == ServiceException.Turn.NEVER) {
            halves(awards, failed, rows, failures);
        } else if (failed.effect() == ServiceException.Effect.NONE) {
            whole(awards, failed, rows);
        } else {
            afterLook(awards, failed, before, rows, failures);
        }
    }

    /** Nothing of this part was made. If nothing was sent before it either, the failure is the whole batch's. */
    private static void whole(List<IssueRequest> awards, ServiceException failed, List<IssueRow> rows) {
        if (rows.isEmpty()) {
            throw failed;
        }
        awards.forEach(award -> rows.add(new IssueRow(award, Outcome.NOT_MADE, Optional.empty(), failed.getMessage())));
    }

    private List<Assertion> sent(List<IssueRequest> awards) {
        Request request = Api.json("POST", "/v2/badgeclasses/" + Api.checked(awards.get(0).badgeClassId()) + "/issue", Bodies.issueMany(awards));
        JsonReply reply = api.send(request);
        List<Assertion> made = api.items(request, reply, BadgrJson::assertion);
        for (int i = 0; i < Math.max(made.size(), awards.size()); i++) {
            if (made.size() != awards.size() || !made.get(i).recipient().equals(awards.get(i).recipient().identity())) {
                throw api.wire().misunderstood(request, reply, made.size() + " results that do not fit " + awards.size() + " awards");
            }
        }
        return made;
    }

    /** Badgr names the bad ones of a batch and issues none: the good ones are sent again without them. */
    private void withoutTheRefused(List<IssueRequest> awards, BatchRefusedException refused, List<IssueRow> rows, Failures failures) {
        List<Verdict> verdicts = refused.verdicts();
        if (verdicts.size() != awards.size() || verdicts.stream().allMatch(Verdict.GOOD::equals)) {
            halves(awards, refused, rows, failures);
            return;
        }
        List<IssueRequest> good = new ArrayList<>();
        for (int i = 0; i < awards.size(); i++) {
            if (verdicts.get(i) == Verdict.GOOD) {
                good.add(awards.get(i));
            } else {
                Outcome outcome = verdicts.get(i) == Verdict.DUPLICATE ? Outcome.DUPLICATE : Outcome.REFUSED;
                rows.add(new IssueRow(awards.get(i), outcome, Optional.empty(), refused.getMessage()));
            }
        }
        send(good, rows, failures);
    }

    /** A refusal that names no item is narrowed down; it is the only failure after which nothing was made for sure. */
    private void halves(List<IssueRequest> awards, ServiceException refused, List<IssueRow> rows, Failures failures) {
        if (awards.size() == 1) {
            Outcome outcome = refused instanceof DuplicateAwardException ? Outcome.DUPLICATE : Outcome.REFUSED;
            rows.add(new IssueRow(awards.get(0), outcome, Optional.empty(), refused.getMessage()));
            return;
        }
        int middle = awards.size() / 2;
        send(awards.subList(0, middle), rows, failures);
        send(awards.subList(middle, awards.size()), rows, failures);
    }

    /**
     * After a failure in the middle or a lost answer: what is there was made, for saving is not transactional. What is missing is sent again only
     * where Badgr itself answered that it failed, and had got somewhere; after a lost answer it may still be at work.
     */
    private void afterLook(List<IssueRequest> awards, ServiceException failed, Instant before, List<IssueRow> rows, Failures failures) {
        Set<IssueRequest> missing = new HashSet<>(awards);
        Optional<List<IssueRow>> looked = looked(awards, before);
        List<IssueRow> found = looked.orElse(List.of());
        rows.addAll(found);
        found.forEach(row -> missing.remove(row.request()));
        List<IssueRequest> left = awards.stream().filter(missing::contains).toList();
        boolean over = looked.isPresent() && failed.status().equals(OptionalInt.of(500));
        if (over && !found.isEmpty()) {
            send(left, rows, failures);
        } else {
            Outcome outcome = over ? Outcome.NOT_MADE : Outcome.UNKNOWN;
            left.forEach(award -> rows.add(new IssueRow(award, outcome, Optional.empty(), failed.getMessage())));
        }
    }

    /** Empty when Badgr does not even answer a look. */
    private Optional<List<IssueRow>> looked(List<IssueRequest> awards, Instant before) {
        try {
            return Optional.of(look.at(awards, before));
        } catch (ServiceException stillFailing) {
            return Optional.empty();
        }
    }

    private static void check(List<IssueRequest> awards) {
        Set<String> classes = new HashSet<>();
        Set<List<Object>> people = new HashSet<>();
        awards.forEach(award -> {
            classes.add(award.badgeClassId());
            people.add(List.of(award.recipient().type(), award.recipient().identity()));
        });
        if (classes.size() != 1 || people.size() != awards.size() || awards.size() > MOST_AWARDS) {
            throw new IllegalArgumentException(awards.size() + " awards of " + classes.size() + " badge classes to " + people.size()
                    + " people cannot be issued in one request: it takes 1 to " + MOST_AWARDS + " awards of one class, no person twice");
        }
    }
}
