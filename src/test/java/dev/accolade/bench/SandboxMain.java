package dev.accolade.bench;

import dev.accolade.sandbox.Sandbox;
import dev.accolade.sandbox.badgr.BadgrStandIn;
import dev.accolade.sandbox.community.Community;
import dev.accolade.sandbox.fas.FasStandIn;
import java.io.IOException;
import java.util.List;

/** A sandbox in a process of its own, so that its memory and its collections are not Accolade's. Prints its address; ends with its standard input. */
public final class SandboxMain {

    private SandboxMain() {}

    /** @param arguments number of people, number of groups */
    public static void main(String[] arguments) throws IOException {
        try (Sandbox sandbox = Sandbox.start("127.0.0.1", 0, List.of(new FasStandIn(), new BadgrStandIn()))) {
            Community community = Community.generated(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
            sandbox.services().forEach(service -> sandbox.load(service, community.seed(service)));
            System.out.println(sandbox.address());
            while (System.in.read() >= 0) {
                continue;
            }
        }
        System.exit(0);
    }
}
