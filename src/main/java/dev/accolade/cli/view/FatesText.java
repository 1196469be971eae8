package dev.accolade.cli.view;

import dev.accolade.saved.Fate;
import java.io.PrintWriter;
import java.util.Map;
import java.util.stream.Collectors;

/** What became of the changes of a file, a line each, and then their numbers. */
public final class FatesText {

    private final PrintWriter out;

    public FatesText(PrintWriter out) {
        this.out = out;
    }

    /** {@code skipped     change 17, AWARD 'Fedora Project / Packager' on badges for ingrid (p-3): ingrid no longer holds ...} */
    public void print(Fate fate) {
        out.println(String.format("%-17s change %d, %s%s", fate.kind().word(), fate.change().id(), fate.change().subject(), fate.why().isEmpty() ? "" : ": " + fate.why()));
    }

    /**
     * @param counts of those kinds that there are
     * @param others open changes that are not in the file
     */
    public void print(Map<Fate.Kind, Long> counts, long others) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        out.println(all + (all == 1 ? " change" : " changes") + " in the file" + (counts.isEmpty() ? "." : counts.entrySet().stream()
                .map(one -> one.getValue() + " " + one.getKey().word()).collect(Collectors.joining(", ", ": ", "."))));
        if (others > 0) {
            out.println(others + (others == 1 ? " other open change was" : " other open changes were") + " left alone; see with: accolade plan --no-pull");
        }
        out.flush();
    }
}
