package dev.accolade.cli;

import dev.accolade.config.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What every command has at hand. */
abstract class Action implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    final CommandSpec spec() {
        return spec;
    }

    final Surroundings surroundings() {
        return main().surroundings;
    }

    final boolean isJson() {
        return main().form == Main.Form.json;
    }

    final Path home() {
        return Optional.ofNullable(main().home)
                .orElseGet(() -> Path.of(Optional.ofNullable(surroundings().environment().apply("ACCOLADE_HOME")).orElse("."))).toAbsolutePath().normalize();
    }

    final Path configFile() {
        return Optional.ofNullable(main().config).orElseGet(() -> home().resolve(Settings.FILE));
    }

    /** @throws dev.accolade.config.SettingsException naming everything that is missing or wrong */
    final Settings settings() {
        return Settings.read(home(), configFile(), surroundings().environment());
    }

    private Main main() {
        return (Main) spec.root().userObject();
    }
}
