package dev.accolade.saved;

import static java.util.Objects.requireNonNull;

import dev.accolade.ledger.view.Masked;

/**
 * What became of one change of a file.
 *
 * @param why for people: what happened, or why nothing did; no e-mail stands in it whole
 */
public record Fate(SavedChange change, Kind kind, String why) {

    /** In the order in which a summary counts them. */
    public enum Kind {
        /** The target did it. */
        APPLIED("applied"),
        /** The target had it so already. */
        ALREADY_SO("already so"),
        /** It goes on by itself at its time: grace runs, or an address is awaited, as the file says. */
        WAITS("waits"),
        /** Somebody has to release it: a limit, an approval, a pause. */
        HELD("held"),
        /** It was not sent, because its target would refuse it. */
        NOT_SENT("not sent"),
        /** Failed for now; nothing happened, and it is tried again. */
        LATER("to be tried again"),
        /** The target refused it. */
        REFUSED("refused"),
        /** Nobody knows; the target is looked at before anything is sent again. */
        UNKNOWN("unknown"),
        /** What it was planned from is so no more, or somebody else has settled it. */
        SKIPPED("skipped");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public Fate {
        requireNonNull(change, "change is null");
        requireNonNull(kind, "kind is null");
        why = Masked.text(why);
    }
}
