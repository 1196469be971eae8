package dev.accolade.cli.view;

import dev.accolade.app.Accolade;
import dev.accolade.ledger.Plans.Summary;
import dev.accolade.ledger.view.Barred;
import dev.accolade.ledger.view.ChangeCount;
import dev.accolade.ledger.view.DriftRows;
import dev.accolade.ledger.view.OnTarget;
import dev.accolade.ledger.view.ShownChange;
import dev.accolade.ledger.view.Status;
import dev.accolade.model.ChangeKind;
import dev.accolade.model.ChangeState;
import dev.accolade.model.WaitingFor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A plan as it is shown: what is open now, whichever plan it began with.
 *
 * @param changes      at most as many as were asked for
 * @param counts       of all open changes
 * @param stoppedRules each as a sentence
 * @param failedReads  by what they cover
 * @param barred       what targets would refuse
 * @param unanswered   why targets could not be asked whether they would, by target
 * @param missing      badge classes and stores that rules name and their targets do not show us, so that nothing is planned for them
 * @param firstAwards  addresses that planned awards reach for the first time, by target
 * @param identity     what joins, splits and changed addresses have left, and what the identities file says in vain, each as a sentence
 * @param erased       persons for whom nothing is planned, because they were erased
 * @param onTargets    badge classes and stores with something on them that stands for no grant yet, or differs
 */
public record ShownPlan(Summary summary, List<ShownChange> changes, List<ChangeCount> counts, List<String> stoppedRules, Map<String, String> failedReads, List<Barred> barred, Map<String, String> unanswered,
                        long missing, Map<String, Long> firstAwards, List<String> identity, long erased, List<OnTarget> onTargets) {

    private static final int PAGE = 1_000;
    private static final int LISTED = 100;

    public ShownPlan {
        changes = List.copyOf(changes);
        counts = List.copyOf(counts);
        stoppedRules = List.copyOf(stoppedRules);
        failedReads = new TreeMap<>(failedReads);
        onTargets = List.copyOf(onTargets);
        barred = List.copyOf(barred);
        unanswered = new TreeMap<>(unanswered);
        identity = List.copyOf(identity);
        firstAwards = new TreeMap<>(firstAwards);
    }

    public static ShownPlan of(Accolade accolade, Summary summary, int most) {
        Status status = new Status(accolade.ledger().database());
        List<ShownChange> changes = new ArrayList<>();
        List<ShownChange> page;
        do {
            page = status.openChanges(Math.min(PAGE, most - changes.size()), changes.size());
            changes.addAll(page);
        } while (page.size() == PAGE && changes.size() < most);
        return new ShownPlan(summary, changes, status.openCounts(), accolade.stoppedRules(), accolade.failedReads(), status.barred(),
                status.unanswered(), accolade.ledger().objects().missing(accolade.rules().get()), status.firstAwards(),
                Stream.concat(accolade.unclearIdentities().stream(), status.identity(LISTED).sentences().stream()).toList(), status.erased(),
                new DriftRows(accolade.ledger().database()).onTargets().stream().filter(OnTarget::isRemarkable).toList());
    }

    /** Whether applying it would fail, at least in part. */
    public boolean wouldFail() {
        return !barred.isEmpty() || missing > 0;
    }

    /** Not sent, because their targets would refuse them. */
    public long notSent() {
        return count(one -> one.state() == ChangeState.WAITING && one.waitingFor().filter(WaitingFor.TARGET::equals).isPresent());
    }

    /** Nothing waits and nothing is held. */
    public boolean isEmpty() {
        return counts.isEmpty();
    }

    public long open() {
        return count(one -> true);
    }

    /** Changes of a kind that go ahead when applied. */
    public long due(ChangeKind kind) {
        return count(one -> one.kind() == kind && isDue(one));
    }

    public long due() {
        return count(ShownPlan::isDue);
    }

    public long held() {
        return count(one -> one.state() == ChangeState.WAITING) - notSent();
    }

    public long refused() {
        return count(one -> one.state() == ChangeState.REFUSED);
    }

    /** Held until somebody approves. */
    public long approvable() {
        return count(one -> one.state() == ChangeState.WAITING && one.waitingFor().filter(why -> why == WaitingFor.LIMIT || why == WaitingFor.APPROVAL).isPresent());
    }

    private static boolean isDue(ChangeCount one) {
        return one.state() != ChangeState.WAITING && one.state() != ChangeState.REFUSED;
    }

    private long count(Predicate<ChangeCount> which) {
        return counts.stream().filter(which).mapToLong(ChangeCount::count).sum();
    }
}
