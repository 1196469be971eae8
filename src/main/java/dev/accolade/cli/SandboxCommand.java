package dev.accolade.cli;

import dev.accolade.cli.view.JsonLines;
import dev.accolade.sandbox.Sandbox;
import dev.accolade.sandbox.SandboxServices;
import dev.accolade.sandbox.Seeds;
import dev.accolade.sandbox.community.Community;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code accolade sandbox}. */
@Command(name = "sandbox", description = {"Starts stand-ins of all seven services on one port, with people in them, until Ctrl-C.",
    "config/application.properties, as it comes, speaks to them. Their state is in memory and gone afterwards."})
final class SandboxCommand extends Action {

    @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "127.0.0.1", description = "Address to listen on (default: ${DEFAULT-VALUE}).")
    String host;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8090", description = "Port to listen on; 0 for any free one (default: ${DEFAULT-VALUE}).")
    int port;

    @Option(names = "--people", paramLabel = "N", description = "Generate a community with this many people instead of the sample.")
    Integer people;

    @Option(names = "--groups", paramLabel = "N", description = "How many groups a generated community has (default: one for 200 people).")
    Integer groups;

    @Option(names = "--seed", paramLabel = "DIR", description = "Start from the state that the files in this folder describe (docs/sandbox.md).")
    Path seed;

    @Override
    public Integer call() {
        checkOptions();
        try (UntilStopped stopped = new UntilStopped(); Sandbox sandbox = start()) {
            print(sandbox);
            stopped.await();
        }
        return ExitCode.OK;
    }

    private void checkOptions() {
        if (seed != null && (people != null || groups != null)) {
            throw new ParameterException(spec().commandLine(), "--seed and --people or --groups exclude each other: the seed says who there is.");
        }
        if (people != null && people < 1 || groups != null && groups < 1) {
            throw new ParameterException(spec().commandLine(), "--people and --groups must be at least 1.");
        }
        if (port < 0 || port > 65_535) {
            throw new ParameterException(spec().commandLine(), "--port must be between 0 and 65535, not " + port + ".");
        }
    }

    private Sandbox start() {
        try {
            return seed != null ? SandboxServices.start(host, port, new Seeds(seed)) : SandboxServices.start(host, port, community());
        } catch (IllegalArgumentException wrongSeed) {
            throw new ParameterException(spec().commandLine(), wrongSeed.getMessage(), wrongSeed);
        }
    }

    private Community community() {
        if (people == null && groups == null) {
            return Community.sample();
        }
        int count = people == null ? 1_000 : people;
        return Community.generated(count, groups == null ? Math.max(1, count / 200) : groups);
    }

    private void print(Sandbox sandbox) {
        Map<String, String> addresses = SandboxServices.addresses(sandbox);
        if (isJson()) {
            Map<String, String> all = new LinkedHashMap<>(addresses);
            all.put("sandbox", sandbox.address());
            new JsonLines(out()).print(all);
            return;
        }
        out().println("The sandbox listens on " + sandbox.address() + ":");
        addresses.forEach((service, address) -> out().printf("  %-20s %s%n", service, address));
        out().println("Controls and the fault dial: " + sandbox.address() + "/sandbox (docs/sandbox.md). Ctrl-C ends it.");
        out().flush();
    }
}
