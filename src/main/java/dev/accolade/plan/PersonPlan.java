package dev.accolade.plan;

import dev.accolade.model.GrantKey;
import dev.accolade.model.Recast;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is to be written about one person: new changes, ended ones, and what is noted on grants that stay. */
public final class PersonPlan {

    /** A grant about which the ledger now knows more: a live one, or one that came to its end by itself. */
    public record Note(GrantKey key, int generation, Map<String, String> earnedBy, Optional<Instant> leftSince, Map<String, Instant> leaving) {}

    /** A live grant whose standing with regard to its person is another than the ledger has. */
    public record Mark(GrantKey key, int generation, Optional<Recast> recast, boolean olderAddress, Map<String, String> evidence) {}

    private final List<PlannedChange> planned = new ArrayList<>();
    private final List<Long> superseded = new ArrayList<>();
    private final List<Long> due = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private int kept;
    private int leftOpen;

    void plan(PlannedChange change) {
        planned.add(change);
    }

    void supersede(OpenChange change) {
        superseded.add(change.id());
    }

    void nowDue(OpenChange change) {
        due.add(change.id());
    }

    void note(Grant grant, Map<String, String> earnedBy, Optional<Instant> leftSince) {
        note(grant, earnedBy, leftSince, grant.past().leaving());
    }

    void note(Grant grant, Map<String, String> earnedBy, Optional<Instant> leftSince, Map<String, Instant> leaving) {
        if (!grant.earnedBy().equals(earnedBy) || !grant.leftSince().equals(leftSince) || !grant.past().leaving().equals(leaving)) {
            notes.add(new Note(grant.key(), grant.generation(), earnedBy, leftSince, leaving));
        }
    }

    void mark(Grant grant, Optional<Recast> recast, boolean olderAddress, Map<String, String> evidence) {
        if (!grant.past().recast().equals(recast) || grant.past().olderAddress() != olderAddress) {
            marks.add(new Mark(grant.key(), grant.generation(), recast, olderAddress, evidence));
        }
    }

    void keep() {
        kept++;
    }

    void leaveOpen() {
        leftOpen++;
    }

    /** To insert. */
    public List<PlannedChange> planned() {
        return planned;
    }

    /** Ids of open changes nobody wants any more, never one that a worker may be at. */
    public List<Long> superseded() {
        return superseded;
    }

    /** Ids of changes whose grace has run out. */
    public List<Long> due() {
        return due;
    }

    public List<Note> notes() {
        return notes;
    }

    public List<Mark> marks() {
        return marks;
    }

    /** Whether nothing at all is to be written. */
    public boolean isEmpty() {
        return planned.isEmpty() && superseded.isEmpty() && due.isEmpty() && notes.isEmpty() && marks.isEmpty();
    }

    /** Live grants that stay as they are. */
    public int kept() {
        return kept;
    }

    /** Open changes of earlier plans that stay as they are. */
    public int leftOpen() {
        return leftOpen;
    }
}
