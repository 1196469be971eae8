package dev.accolade.sandbox;

import dev.accolade.sandbox.badgr.BadgrStandIn;
import dev.accolade.sandbox.bodhi.BodhiStandIn;
import dev.accolade.sandbox.cave.CaveStandIn;
import dev.accolade.sandbox.cloudspot.CloudspotStandIn;
import dev.accolade.sandbox.community.Community;
import dev.accolade.sandbox.fas.FasStandIn;
import dev.accolade.sandbox.fasjson.FasjsonStandIn;
import dev.accolade.sandbox.learninglocker.LearningLockerStandIn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sandbox with the stand-ins of all services. */
public final class SandboxServices {

    private SandboxServices() {}

    /**
     * Starts with a community in it; give 0 as the port for any free one.
     *
     * @throws IllegalStateException when the port cannot be had
     */
    public static Sandbox start(String host, int port, Community community) {
        Sandbox sandbox = start(host, port);
        Community.SERVICES.forEach(service -> sandbox.load(service, () -> community.seed(service)));
        return sandbox;
    }

    /**
     * Starts with what a directory describes; services it does not describe are empty but can be logged in to.
     *
     * @throws IllegalArgumentException naming the first mistake in the seeds; then nothing is left running
     * @throws IllegalStateException    when the port cannot be had
     */
    public static Sandbox start(String host, int port, Seeds seeds) {
        Sandbox sandbox = start(host, port);
        try {
            seeds.loadInto(sandbox, Community.bare()::seed);
        } catch (RuntimeException wrong) {
            sandbox.close();
            throw wrong;
        }
        return sandbox;
    }

    private static Sandbox start(String host, int port) {
        return Sandbox.start(host, port, List.of(new FasStandIn(), new CaveStandIn(), new CloudspotStandIn(), new BadgrStandIn(),
                new LearningLockerStandIn(), new FasjsonStandIn(), new BodhiStandIn()));
    }

    /** What each service's client is configured with, by service: the base address, for Learning Locker that of its API and that of its xAPI service. */
    public static Map<String, String> addresses(Sandbox sandbox) {
        Map<String, String> addresses = new LinkedHashMap<>();
        sandbox.services().forEach(service -> addresses.put(service, address(sandbox, service)));
        addresses.put("learning-locker-xapi", sandbox.base("learning-locker"));
        return addresses;
    }

    public static String address(Sandbox sandbox, String service) {
        return sandbox.base(service) + (service.equals("learning-locker") ? "/api" : "");
    }
}
