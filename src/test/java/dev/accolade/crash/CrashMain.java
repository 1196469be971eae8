package dev.accolade.crash;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * As many kills as asked, in one town after another. System properties: {@code kills} (default 300) and {@code crash.seed} (default
 * {@code random}: another one each time; it is printed). Ends with 0 only if nothing was found, and each step was hit often enough.
 */
final class CrashMain {

    /** Enough people for all kills of one kind, with what goes on beside them. */
    private static final int SIZE = 24;

    private CrashMain() {}

    public static void main(String[] arguments) throws Exception {
        int kills = Integer.getInteger("kills", 300);
        String given = System.getProperty("crash.seed", "random");
        long seed = given.equals("random") ? System.nanoTime() : Long.parseLong(given);
        PrintStream out = System.out;
        out.println("crash.seed=" + seed);
        Tally tally = new Tally();
        Findings findings = Findings.none();
        Random random = new Random(seed);
        Path prison = Files.createTempDirectory("accolade-victims");
        Victims victims = new Victims(prison);
        while (tally.kills() < kills) {
            Path folder = Files.createTempDirectory("accolade-crash");
            try (Chain chain = new Chain(victims, folder, SIZE, random.nextLong(), Sabotage.NONE, out::println)) {
                chain.run(some(kills - tally.kills(), random));
                if (chain.tally.kills() == 0) {
                    throw new IllegalStateException("No kill of a whole town hit its step; the ledger and the last victim's log are kept in " + folder);
                }
                tally.add(chain.tally);
                findings.add(chain.findings);
            }
            out.printf("%d of %d kills, %s%n", tally.kills(), kills, findings.summary());
            if (findings.isClean()) {
                delete(folder);
            } else {
                out.println("The ledger and the last victim's log are kept in " + folder);
                break;
            }
        }
        delete(prison);
        tally.lines().forEach(out::println);
        List<Step> seldom = kills < Kill.all().size() ? List.of() : Stream.of(Step.values()).filter(step -> tally.of(step) < 5).toList();
        if (!seldom.isEmpty()) {
            out.println("Hit less than five times, so that little was shown: " + seldom);
        }
        out.printf("kills %d, %s%n", tally.kills(), findings.summary());
        System.exit(findings.isClean() && seldom.isEmpty() ? 0 : 1);
    }

    private static List<Kill> some(int most, Random random) {
        List<Kill> kills = Kill.all();
        Collections.shuffle(kills, random);
        return kills.subList(0, Math.min(most, kills.size()));
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
