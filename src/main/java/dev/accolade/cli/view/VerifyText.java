package dev.accolade.cli.view;

import dev.accolade.ledger.view.Inspected;
import dev.accolade.ledger.view.ShownDrift;
import java.io.PrintWriter;
import java.util.List;

/** What a comparison of the targets with the ledger found, grouped by badge class and store. */
public final class VerifyText {

    private final PrintWriter out;

    public VerifyText(PrintWriter out) {
        this.out = out;
    }

    /** @param open how many findings are open in all, shown or not */
    public void print(List<ShownDrift> findings, List<Inspected> listed, long open) {
        listed.forEach(object -> {
            out.println(object.target() + ": " + object.objectName());
            out.println("  " + object.failure().map(why -> "! could not be listed whole, so nothing follows from it. " + why).orElseGet(() -> counts(object)));
            findings.stream().filter(one -> one.target().equals(object.target()) && one.objectId().equals(object.objectId())).forEach(one -> out.println("  " + line(one)));
        });
        findings.stream().filter(one -> listed.stream().noneMatch(object -> object.target().equals(one.target()) && object.objectId().equals(one.objectId())))
                .forEach(one -> out.println(one.target() + ": " + one.objectName() + System.lineSeparator() + "  " + line(one)));
        long healed = findings.stream().filter(one -> one.how().filter("HEALED"::equals).isPresent()).count();
        out.println((open == 0 ? "Nothing differs" : open + (open == 1 ? " thing differs" : " things differ")) + (healed > 0 ? ", " + healed + " healed" : "") + "; "
                + listed.size() + " badge classes and stores were listed, " + listed.stream().filter(one -> one.failure().isPresent()).count() + " of them not whole.");
        out.flush();
    }

    private static String counts(Inspected object) {
        return object.listed() + " listed, " + object.asExpected() + " as expected, " + object.theirs() + " made by others and left alone"
                + (object.unsure() > 0 ? ", " + object.unsure() + " not in the list and not known to be gone" : "");
    }

    /** {@code 4  p-17 (ingrid)  X3k...: revoked by somebody else: said broke the rules, since 2026-11-22 04:13 UTC; held ...} */
    static String line(ShownDrift one) {
        return (one.settled().isPresent() || one.accepted() ? "= " : "! ") + one.id() + "  " + one.who() + "  " + one.remoteId() + ": " + one.what() + ", found "
                + Times.minute(one.foundAt()) + " -> " + one.next();
    }
}
