package dev.accolade.docs;

import dev.accolade.sandbox.Sandbox;
import dev.accolade.sandbox.SandboxCredentials;
import dev.accolade.sandbox.SandboxServices;
import dev.accolade.service.badgr.BadgrConfiguration;
import dev.accolade.service.bodhi.BodhiConfiguration;
import dev.accolade.service.cave.CaveConfiguration;
import dev.accolade.service.cloudspot.CloudspotConfiguration;
import dev.accolade.service.fas.FasConfiguration;
import dev.accolade.service.fasjson.FasjsonAuth;
import dev.accolade.service.fasjson.FasjsonConfiguration;
import dev.accolade.service.http.ConnectionOptions;
import dev.accolade.service.learninglocker.LearningLockerConfiguration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Connections to the services of a sandbox, under the names that the documentation uses. */
final class Connected {

    private Connected() {}

    static Map<String, ConnectionOptions> to(Sandbox sandbox) {
        Map<String, ConnectionOptions> connections = new LinkedHashMap<>();
        FasConfiguration fas = new FasConfiguration();
        fas.setUsername(SandboxCredentials.FAS_USERNAME);
        fas.setPassword(SandboxCredentials.FAS_PASSWORD);
        connections.put("fedora", at(sandbox, "fas", fas));
        FasjsonConfiguration fasjson = new FasjsonConfiguration();
        fasjson.setAuth(FasjsonAuth.SANDBOX);
        fasjson.setPrincipal(SandboxCredentials.FASJSON_PRINCIPAL);
        connections.put("accounts", at(sandbox, "fasjson", fasjson));
        connections.put("updates", at(sandbox, "bodhi", new BodhiConfiguration()));
        CaveConfiguration cave = new CaveConfiguration();
        cave.setToken(SandboxCredentials.CAVE_TOKEN);
        connections.put("reef", at(sandbox, "cave", cave));
        CloudspotConfiguration cloudspot = new CloudspotConfiguration();
        cloudspot.setApplicationId(SandboxCredentials.CLOUDSPOT_APPLICATION);
        connections.put("academy", at(sandbox, "cloudspot", cloudspot));
        BadgrConfiguration badgr = new BadgrConfiguration();
        badgr.setUsername(SandboxCredentials.BADGR_USERNAME);
        badgr.setPassword(SandboxCredentials.BADGR_PASSWORD);
        connections.put("badges", at(sandbox, "badgr", badgr));
        LearningLockerConfiguration locker = new LearningLockerConfiguration();
        locker.setBasicKey(SandboxCredentials.LEARNING_LOCKER_KEY);
        locker.setBasicSecret(SandboxCredentials.LEARNING_LOCKER_SECRET);
        connections.put("lrs", at(sandbox, "learning-locker", locker));
        return connections;
    }

    private static ConnectionOptions at(Sandbox sandbox, String service, ConnectionOptions options) {
        options.setBaseUrl(SandboxServices.address(sandbox, service));
        return options;
    }
}
