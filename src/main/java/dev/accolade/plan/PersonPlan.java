package dev.accolade.plan;

import dev.accolade.model.GrantKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is to be written about one person: new changes, ended ones, and what is noted on grants that stay. */
public final class PersonPlan {

    /** A grant about which the ledger now knows more: a live one, or one that came to its end by itself. */
    public record Note(GrantKey key, int generation, Map<String, String> earnedBy, Optional<Instant> leftSince) {}

    private final List<PlannedChange> planned = new ArrayList<>();
    private final List<Long> superseded = new ArrayList<>();
    private final List<Long> due = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
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
        if (!grant.earnedBy().equals(earnedBy) || !grant.leftSince().equals(leftSince)) {
            notes.add(new Note(grant.key(), grant.generation(), earnedBy, leftSince));
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

    /** Live grants that stay as they are. */
    public int kept() {
        return kept;
    }

    /** Open changes of earlier plans that stay as they are. */
    public int leftOpen() {
        return leftOpen;
    }
}
