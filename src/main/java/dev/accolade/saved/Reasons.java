package dev.accolade.saved;

import dev.accolade.ledger.Aftermath;
import dev.accolade.ledger.Json;
import dev.accolade.ledger.KeptChange;
import dev.accolade.ledger.view.Masked;
import dev.accolade.model.ChangeKind;
import dev.accolade.model.Desired;
import dev.accolade.model.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Why a change of a file is not done, in words. */
final class Reasons {

    private final Basis basis;

    Reasons(Basis basis) {
        this.basis = basis;
    }

    /** Of a change that no row of the ledger is left of. */
    static String pruned() {
        return "The ledger has no such change any more: it was finished long ago, or the ledger was put back from a backup.";
    }

    /** Of one that is open, and not what the file says. */
    String differs(SavedChange saved, KeptChange now, Aftermath after) {
        if (now.key().person() != saved.person()) {
            return joined(saved, now.key().person());
        }
        return after.erased() ? erased() : rule(saved, now).orElse("Under this number the ledger has something else than the file was made from. Was the ledger put back from a backup?");
    }

    /** Of one that is open no more. */
    String over(SavedChange saved, KeptChange old, Aftermath after) {
        return switch (old.state()) {
            case DONE -> old.key().person() == saved.person() || old.outcome().isPresent() ? "Done before by another run" + old.endedAt().map(at -> ", at " + at).orElse("") + ": "
                    + old.outcome().map(Enum::name).orElse("DONE") + "." : pruned();
            case DROPPED -> "An operator dropped it. To give it another turn: accolade failures retry " + old.id();
            default -> superseded(saved, old, after);
        };
    }

    private String superseded(SavedChange saved, KeptChange old, Aftermath after) {
        if (after.erased()) {
            return erased();
        }
        if (after.joined().isPresent()) {
            return joined(saved, after.joined().get());
        }
        if (old.message().filter(text -> text.startsWith("The person turned out")).isPresent()) {
            return Person.label(saved.person()) + " was joined with another person, and what they have earned together was planned anew" + seeNext(after);
        }
        return rule(saved, old).or(() -> after.next().map(next -> replaced(old, next))).orElseGet(() -> saved.kind() == ChangeKind.REVOKE ? notRevoked(saved, old, after) : notEarned(saved, old, after));
    }

    private static String erased() {
        return "The person was erased, or is to be.";
    }

    private static String joined(SavedChange saved, long other) {
        return "The person was joined with another: " + Person.label(saved.person()) + " is " + Person.label(other) + " now.";
    }

    /** When a rule the change rests on is gone, or says something else than it did when the file was written. */
    private Optional<String> rule(SavedChange saved, KeptChange change) {
        Map<String, Optional<String>> now = basis.inForce(change);
        for (String id : new TreeSet<>(saved.rules().keySet())) {
            Optional<String> then = saved.rules().get(id);
            Optional<String> today = now.getOrDefault(id, Optional.empty());
            if (!then.equals(today)) {
                return Optional.of(today.isEmpty() ? "The rule '" + id + "' is gone from the rules." : then.isEmpty() ? "The rule '" + id + "' is in the rules again: " + today.get() + "."
                        : "The rule '" + id + "' has changed: it was '" + then.get() + "', and is '" + today.get() + "'.");
            }
        }
        return Optional.empty();
    }

    /** Another change stands in its place: what is different about it? */
    private static String replaced(KeptChange old, KeptChange next) {
        List<String> differences = new ArrayList<>();
        if (old.kind() != next.kind()) {
            differences.add("it would be " + next.kind() + " now, because " + next.reason().sentence());
        }
        if (!old.rule().equals(next.rule()) || !old.earnedBy().equals(next.earnedBy())) {
            differences.add("it rests on " + rules(next) + " now, and rested on " + rules(old));
        }
        differences.addAll(Differences.of(Json.desired(old.desired()), Json.desired(next.desired())));
        if (!old.evidence().equals(next.evidence())) {
            differences.add("it was planned because of " + fact(old) + ", and would be because of " + fact(next) + " now");
        }
        if (differences.isEmpty()) {
            differences.add(next.waitingFor().map(why -> "it " + why.sentence() + " now").orElse("it was planned anew"));
        }
        return "What it was planned from has changed: " + String.join("; ", differences) + ". See change " + next.id() + " of: accolade plan";
    }

    private static String rules(KeptChange change) {
        return "the rule" + (change.earnedBy().size() == 1 ? " " : "s ") + String.join(", ", new TreeSet<>(change.earnedBy().keySet()));
    }

    private static String fact(KeptChange change) {
        Map<String, String> facts = Masked.texts(change.evidence());
        return facts.containsKey("right") ? "'" + facts.get("right") + " in " + facts.getOrDefault("scopeName", facts.get("scope")) + "' of " + facts.getOrDefault("username", "the person")
                + (facts.containsKey("firstSeen") ? ", seen since " + facts.get("firstSeen") : "") : facts.toString();
    }

    private static String notEarned(SavedChange saved, KeptChange old, Aftermath after) {
        Map<String, String> facts = Masked.texts(old.evidence());
        if (after.objectGone().isPresent()) {
            return "The rules about '" + saved.object() + "' stand still: " + after.objectGone().get();
        }
        if (after.holds().filter(holds -> !holds).isPresent()) {
            return saved.username() + " no longer holds '" + facts.get("right") + "' in " + facts.getOrDefault("scopeName", facts.get("scope")) + " of " + facts.get("scope").split(":")[0] + ".";
        }
        if (saved.kind() == ChangeKind.UPDATE) {
            return after.live() ? "The target shows already what the rules say." : "The grant has ended.";
        }
        return after.live() ? "The grant is live already: it was awarded or found meanwhile." : "No rule earns it any more: an exception of the rule applies, or what it asks for is not known now.";
    }

    private static String notRevoked(SavedChange saved, KeptChange old, Aftermath after) {
        if (!after.live()) {
            return "The grant has ended already.";
        }
        return after.objectGone().map(problem -> "The rules about '" + saved.object() + "' stand still: " + problem)
                .orElseGet(() -> saved.username() + " has earned it again ('" + old.evidence().getOrDefault("noLonger", "what the rule asks for") + "'), or its rule keeps it, or its source is not known well enough now.");
    }

    private static String seeNext(Aftermath after) {
        return after.next().map(next -> ". See change " + next.id() + " of: accolade plan").orElse(".");
    }

    /** What two wanted states of one grant differ in, without showing addresses whole. */
    private static final class Differences {

        static List<String> of(Desired old, Desired next) {
            List<String> different = new ArrayList<>();
            if (!old.addressee().equals(next.addressee())) {
                different.add("it was for " + who(old) + ", and would be for " + who(next));
            } else if (!old.equals(next)) {
                different.add("something else would be written: " + String.join(", ", fields(old, next)));
            }
            return different;
        }

        private static String who(Desired desired) {
            return desired.addressee().map(Masked::text).orElse("an address nobody knew");
        }

        private static List<String> fields(Desired old, Desired next) {
            List<String> fields = new ArrayList<>();
            if (old instanceof Desired.Badge a && next instanceof Desired.Badge b) {
                add(fields, "narrative", a.narrative().equals(b.narrative()));
                add(fields, "evidence", a.evidence().equals(b.evidence()));
                add(fields, "time of issue", a.issuedOn().equals(b.issuedOn()));
                add(fields, "end", a.expires().equals(b.expires()));
            } else if (old instanceof Desired.Client a && next instanceof Desired.Client b) {
                add(fields, "title", a.title().equals(b.title()));
                add(fields, "authority", a.authority().equals(b.authority()));
                add(fields, "scopes " + a.scopes() + " to " + b.scopes(), a.scopes().equals(b.scopes()));
            }
            return fields.isEmpty() ? List.of("another kind of grant") : fields;
        }

        private static void add(List<String> fields, String name, boolean same) {
            if (!same) {
                fields.add(name);
            }
        }
    }
}
