package dev.accolade.cli;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.time.Clock;
import java.util.function.Function;

/**
 * What the program finds around it.
 *
 * @param environment value of an environment variable, null when it is not set
 * @param terminal    whether a person watches standard error; only then is progress shown
 */
record Surroundings(Function<String, String> environment, InputStream in, Clock clock, boolean terminal) {

    Surroundings {
        requireNonNull(environment, "environment is null");
        requireNonNull(in, "in is null");
        requireNonNull(clock, "clock is null");
    }

    static Surroundings ofProcess() {
        return new Surroundings(System::getenv, System.in, Clock.systemUTC(), Boolean.getBoolean("accolade.terminal"));
    }
}
