package dev.accolade.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process, killed with SIGKILL at every step: each person ends with what they earned, once. How to run more of it: docs/reliability.md. */
class CrashTest {

    private static final long SEED = 20_250_914;

    @TempDir
    static Path prison;
    static Victims victims;

    @TempDir
    Path folder;

    @BeforeAll
    static void prepare() throws Exception {
        victims = new Victims(prison);
    }

    @Test
    void killedAtEveryStepFiveTimesEverybodyHasWhatTheyEarnedOnce() throws Exception {
        try (Chain chain = new Chain(victims, folder, 16, SEED, Sabotage.NONE, phase -> { })) {
            chain.run(Kill.five());
            chain.tally.lines().forEach(System.out::println);
            assertThat(chain.findings).isEqualTo(Findings.none());
            assertThat(Stream.of(Step.values()).filter(step -> chain.tally.of(step) < 5)).as("steps hit less than five times").isEmpty();
        }
    }

    @Test
    void withoutIntentsTheHarnessFindsBadgesGivenTwice() throws Exception {
        try (Chain chain = new Chain(victims, folder, 4, SEED, Sabotage.NO_INTENT, phase -> { })) {
            chain.run(List.of(Kill.of(Step.SERVER_ACTED, Kind.BADGE_AWARDED), Kill.of(Step.BEFORE_OUTCOME, Kind.BADGE_AWARDED)));
            assertThat(chain.findings.duplicates()).as("badges given twice").anyMatch(one -> one.startsWith(Deserts.MAKER));
        }
    }

    @Test
    void withoutLooksTheHarnessFindsBadgesAndClientsMadeTwice() throws Exception {
        try (Chain chain = new Chain(victims, folder, 4, SEED, Sabotage.NO_LOOK, phase -> { })) {
            chain.run(List.of(Kill.of(Step.SERVER_ACTED, Kind.BADGE_AWARDED), Kill.of(Step.SERVER_ACTED, Kind.CLIENT_CREATED)));
            assertThat(chain.findings.duplicates()).as("badges given twice").anyMatch(one -> one.startsWith(Deserts.MAKER));
            assertThat(chain.findings.duplicates()).as("clients made twice").anyMatch(one -> one.startsWith("client"));
        }
    }
}
